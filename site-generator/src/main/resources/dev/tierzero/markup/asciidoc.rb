# frozen_string_literal: true

# AsciiDoc to marked HTML. Runs inside JRuby on the Asciidoctor that AsciidoctorJ brings; AsciiDocEngine calls TierZero.render once a page.
# Three parts: Page (what one rendering knows: positions, findings, footnotes), a few corrections of Asciidoctor's reader so that each block
# keeps the place it came from and nothing is read from disk, and Converter, which writes the vocabulary of contracts/java.md.

require 'asciidoctor'

module TierZero
  CURRENT = :tier_zero_page
  TAG = /<[^>]*>/
  BARE_AMPERSAND = /&(?!(?:[a-zA-Z]+\d{0,2}|#\d{2,6}|#x[\da-fA-F]{2,6});)/
  # An insert that is escaped as an attribute reference would be; the reading pass takes divided text for text.
  ESCAPED_INSERT = /\\\{([a-z][a-z-]{0,29}:[A-Za-z0-9][A-Za-z0-9._-]{0,79}\})/
  WORDLIKE = /[\w\/#~%-]/
  # lines below a block's first in which its macros are looked for
  REACH = 80

  # The page has used up its time.
  class TimeUp < StandardError; end

  # An id that Asciidoctor needs for cross references; the reading pass gives the heading its own.
  class AutoId < String; end

  # A run of lines that came from one place: the page itself, or what an include brought in.
  # file: index for data-p ('' is the page); numbers: their lines in the file, or the number of the first.
  Text = Struct.new :file, :lines, :numbers do
    def number line
      Integer === numbers ? numbers + line - 1 : (numbers[line - 1] || numbers[-1] || 1)
    end
  end

  # What one rendering knows.
  class Page
    PATH = "\u0001"

    attr_reader :findings, :footnotes, :origins, :repeats
    attr_accessor :subject, :mark, :reference

    def initialize lines, first_line, includes, going_on
      @going_on = going_on
      @steps = 0
      @texts = [Text.new('', lines, first_line)]
      @includes = includes
      @findings = []
      @footnotes = {}
      @found = {}
      @repeats = {}
      @origins = {}.compare_by_identity
    end

    # Ends here when the page is given up. Called once a block and once a node.
    def go_on
      raise TimeUp if (@steps += 1) & 63 == 0 && !@going_on.call
    end

    # ---- positions ------------------------------------------------------------------------------------------------------------------

    def index_of path
      path && (path.start_with? PATH) ? path[1..-1].to_i : 0
    end

    # LINE:COL or FILE:LINE:COL of a cursor
    def at cursor, column = 1
      return '' unless cursor
      text = @texts[index_of(cursor.path)]
      line = text.number cursor.lineno
      text.file.empty? ? %(#{line}:#{column}) : %(#{text.file}:#{line}:#{column})
    end

    # The place of a macro: where its text stands, behind one of the prefixes, in the lines from its block's first on; the block's own
    # place if it cannot be found, as when an attribute made it. The n-th macro with this text is the n-th that is found.
    def locate cursor, needle, *prefixes
      return '' unless cursor
      text = @texts[from = index_of(cursor.path)]
      key = [from, cursor.lineno, needle, prefixes]
      line, column = @found[key] || [[cursor.lineno - 1, 0].max, 0]
      stop = [line + REACH, text.lines.size].min
      while line < stop
        source = text.lines[line]
        while (hit = source.index needle, column)
          column = hit + needle.length
          if (start = start_of source, hit, column, prefixes)
            @found[key] = [line, column]
            number = text.number line + 1
            return text.file.empty? ? %(#{number}:#{start + 1}) : %(#{text.file}:#{number}:#{start + 1})
          end
        end
        line += 1
        column = 0
      end
      at cursor
    end

    # ---- findings -------------------------------------------------------------------------------------------------------------------

    def finding severity, message, cursor, needle = nil, *prefixes
      cursor ||= @mark
      where = cursor ? (needle ? (locate cursor, needle, *prefixes) : (at cursor, 0)) : '0:0'
      @findings << [severity, message, cursor ? (index_of cursor.path) : 0, where]
      nil
    end

    # A message of Asciidoctor's logger
    def message severity, message
      if Hash === message
        finding severity, message[:text], message[:source_location]
      elsif (message.start_with? 'skipping reference to missing attribute: ')
        finding severity, message, (place @subject), '{' + (message.partition ': ')[2]
      else
        finding severity, message, (place @subject)
      end
    end

    # The page cannot be rendered: where it came to an end is the best place to tell.
    def fail error
      message = case error
      when TimeUp, RegexpError then 'time is up'
      when SystemStackError then 'nested too deeply'
      else %(gives up: #{error.message})
      end
      finding 3, message, (place @subject)
    end

    # The line below the title is the author's, by AsciiDoc's rules; text there would vanish.
    def check_author document, lines
      return unless document.header? && (document.attr? 'author') && (title = lines.index {|line| line.start_with? '= ' })
      author = lines[title + 1]
      finding 2, 'line below the title', (Asciidoctor::Reader::Cursor.new nil, nil, nil, title + 2) unless author.start_with?(':') || author.include?('@')
    end

    def place node
      node && node.respond_to?(:source_location) ? (node.source_location || (place node.parent unless node == node.parent)) : nil
    end

    # ---- includes -------------------------------------------------------------------------------------------------------------------

    # Pushes what the include directive at the reader's line names, or nothing: the host tells the author why.
    def include reader, cursor, target, attributes
      from = index_of cursor.path
      brought = @includes.call from, (@texts[from].number cursor.lineno), target, attributes['tag'] || attributes['tags'],
        attributes['lines'], (attributes.key? 'optional-option')
      return unless brought
      file, name, content, numbers = brought
      lines = content.split "\n", -1
      @texts << Text.new(file, lines, numbers)
      path = %(#{PATH}#{@texts.size - 1}.)
      kept = attributes.select {|key,| key == 'leveloffset' || key == 'indent' }
      kept['partial-option'] = ''
      reader.push_include lines.map(&:dup), name, path, 1, kept
    end

    private

    # Where the macro whose text stands from hit to stop begins; nil if that is a part of something longer or has another prefix.
    def start_of source, hit, stop, prefixes
      following = source[stop]
      return if following && (WORDLIKE.match? source[stop - 1]) && (WORDLIKE.match? following == '.' ? source[stop + 1] || '' : following)
      return hit if prefixes.empty?
      before = source[0, hit]
      prefix = prefixes.find {|candidate| before.end_with? candidate }
      return hit - prefix.length if prefix
    end
  end

  # Hands each message to the page that the thread is rendering.
  class Log < ::Logger
    def initialize
      super nil
      self.level = DEBUG
    end

    def add severity, message = nil, progname = nil
      message ||= block_given? ? yield : progname
      (page = Thread.current[CURRENT]) && (page.message severity, message)
      true
    end
  end

  # Writes marked HTML.
  class Converter
    include Asciidoctor::Converter
    include Asciidoctor::Converter::BackendTraits

    QUOTES = {
      monospaced: 'code', emphasis: 'em', strong: 'strong', mark: 'mark', superscript: 'sup', subscript: 'sub',
    }
    TYPOGRAPHIC = { double: ['&#8220;', '&#8221;'], single: ['&#8216;', '&#8217;'] }
    ROLES = { 'line-through' => 'del', 'strike' => 'del', 'lead' => nil }
    SOURCE = /\A(?![a-z][a-z0-9+.-]*:)[^#]*\.(?:adoc|asciidoc|ad|asc|md|markdown|mkd)(?:#.*)?\z/i
    CALLOUT = "\u0011"
    CALLOUTS = / *\u0011(\d+)\u0011/

    def initialize backend, opts = {}
      @page = Thread.current[CURRENT]
      init_backend_traits basebackend: 'html', filetype: 'html', htmlsyntax: 'html', outfilesuffix: '.html'
    end

    def convert node, transform = node.node_name, _opts = nil
      @page.go_on
      __send__ :"convert_#{transform}", node
    end

    # ---- document and sections ------------------------------------------------------------------------------------------------------

    def convert_embedded node
      return node.content if node.nested?
      html = node.content
      @page.footnotes.each {|id, (text, at)| html = %(#{html}\n<t0-footnote id="#{id}" data-p="#{at}"><p data-p="#{at}">#{text}</p></t0-footnote>) }
      html
    end
    alias convert_document convert_embedded

    def convert_preamble node
      node.content
    end

    def convert_section node
      tag = %(h#{node.level + 1})
      title = node.title
      title = title.gsub '&#8201;', ' ' if title.include? '&#8201;'
      %(<#{tag}#{attributes node}>#{title}</#{tag}>\n#{node.content})
    end

    def convert_floating_title node
      tag = %(h#{node.level + 1})
      %(<#{tag}#{attributes node}>#{node.title}</#{tag}>)
    end

    # ---- blocks ---------------------------------------------------------------------------------------------------------------------

    def convert_paragraph node
      raw node
      role = node.role
      %(#{title node}<p#{attributes node}#{role == 'lead' ? ' class="lead"' : ''}>#{node.content}</p>)
    end

    def convert_admonition node
      folded = node.option?('collapsible') ? %( collapsible#{node.option?('open') ? ' open' : ''}) : ''
      named = node.title? ? %( title="#{plain node.title}") : ''
      %(<t0-admonition kind="#{node.attr 'name'}"#{named}#{folded}#{attributes node}>#{body node}</t0-admonition>)
    end

    def convert_example node
      return convert_tabs node if node.style == 'tabs'
      if node.option? 'collapsible'
        open = node.option?('open') ? ' open' : ''
        %(<t0-details title="#{node.title? ? (plain node.title) : 'Details'}"#{open}#{attributes node}>#{body node}</t0-details>)
      else
        %(#{title node}<t0-example#{attributes node}>#{body node}</t0-example>)
      end
    end

    def convert_tabs node
      tabs = node.blocks.map do |block|
        if block.context == :dlist
          block.items.map {|terms, content| tab terms[-1], content }
        else
          @page.finding 2, 'tabs block holds something that is not a tab', block.source_location
          block.convert
        end
      end
      %(#{title node}<t0-tabs#{attributes node}>#{tabs.flatten.join "\n"}</t0-tabs>)
    end

    def tab term, content
      inner = content ? %(#{content.text? ? %(<p#{at content}>#{content.text}</p>) : ''}#{content.content}) : ''
      %(<t0-tab title="#{plain term.text}"#{at term}>#{inner}</t0-tab>)
    end

    def convert_sidebar node
      %(<t0-sidebar#{attributes node}>#{title node}#{body node}</t0-sidebar>)
    end

    def convert_open node
      %(#{title node}#{anchor node}#{body node})
    end

    def convert_quote node
      %(#{title node}<blockquote#{attributes node}#{credit node}>#{body node}</blockquote>)
    end

    def convert_verse node
      raw node
      lines = node.content.gsub "\n", "<br>\n"
      %(#{title node}<blockquote#{attributes node}#{credit node}><p#{at node}>#{lines}</p></blockquote>)
    end

    def credit node
      by = node.attr 'attribution'
      work = node.attr 'citetitle'
      %(#{by ? %( data-attribution="#{plain by}") : ''}#{work ? %( data-cite="#{plain work}") : ''})
    end

    def convert_listing node
      language = node.style == 'mermaid' ? 'mermaid' : (node.attr 'language' if node.style == 'source')
      code node, language ? language.downcase : nil
    end

    def convert_literal node
      code node, node.style == 'mermaid' ? 'mermaid' : nil
    end

    def code node, language
      text, callouts = callouts_of verbatim node
      result = +%(<pre#{attributes node})
      result << %( data-lang="#{escape language}") if language
      result << %( data-title="#{plain node.title}") if node.title?
      result << %( data-highlight="#{escape lines_of node.attr 'highlight'}") if node.attr? 'highlight'
      result << %( data-alt="#{plain node.attr 'alt'}") if node.attr? 'alt'
      result << ' data-numbers' if (node.attr? 'linenums') || (node.option? 'linenums')
      result << %( data-callouts="#{callouts}") if callouts
      # an HTML parser drops a line end that directly follows <pre>
      result << %(><code>#{text}</code></pre>)
    end

    # Code is text: where the author switched escaping off it is switched on again.
    def verbatim node
      return node.content if node.subs.include? :specialcharacters
      @page.finding 2, 'code block without specialchars', node.source_location
      escape_text node.source
    end

    def callouts_of text
      return [text, nil] unless text.include? CALLOUT
      marks = []
      number = 0
      lines = (text.split "\n", -1).map do |line|
        number += 1
        line.gsub CALLOUTS do
          marks << %(#{number}:#{$1})
          ''
        end
      end
      [(lines.join "\n"), (marks.join ',')]
    end

    def lines_of spec
      (spec.delete ' ').tr(';', ',').gsub('..', '-')
    end

    def convert_pass node
      raw node
      %(#{anchor node}#{node.content})
    end

    def convert_stem node
      @page.finding 2, 'stem block', node.source_location
      %(<pre#{attributes node}><code>#{escape_text node.source}</code></pre>)
    end

    def convert_thematic_break node
      %(<hr#{at node}>)
    end

    def convert_page_break _node
      ''
    end

    def convert_toc _node
      ''
    end

    def convert_image node
      target = image_target node, (node.attr 'target')
      caption = node.title? ? %( data-caption="#{plain node.title}") : ''
      place = @page.at node.source_location
      img = %(<img src="#{escape target}"#{picture node}#{caption} data-p="#{place}">)
      img = %(<a href="#{escape node.attr 'link'}" data-p="#{place}">#{img}</a>) if node.attr? 'link'
      %(<p#{attributes node}>#{img}</p>)
    end

    def picture node
      result = (node.attr 'default-alt') ? +'' : +%( alt="#{plain node.attr 'alt'}")
      { 'title' => 'title', 'width' => 'width', 'height' => 'height' }.each do |name, attribute|
        result << %( #{attribute}="#{plain node.attr name}") if (node.attr? name) && !(name == 'title' && node.context == :image)
      end
      result
    end

    def image_target node, target
      folder = node.document.attr 'imagesdir'
      folder.nil_or_empty? || (target.start_with? '/') || (target.include? ':') ? target : %(#{folder.chomp '/'}/#{target})
    end

    def convert_audio node
      medium node, 'audio'
    end

    def convert_video node
      medium node, 'video'
    end

    def medium node, kind
      @page.finding 2, %(#{kind} block), node.source_location
      target = node.attr 'target'
      %(<p#{attributes node}><a href="#{escape target}"#{at node}>#{node.title? ? node.title : (escape_text target)}</a></p>)
    end

    # ---- lists ----------------------------------------------------------------------------------------------------------------------

    def convert_ulist node
      %(#{title node}<ul#{attributes node}>#{items node}</ul>)
    end

    def convert_olist node
      chosen = node.attributes[1] || !(node.items[0].marker.start_with? '.')
      type = chosen && (keyword = node.list_marker_keyword) ? %( type="#{keyword}") : ''
      start = (node.attr? 'start') ? %( start="#{escape node.attr 'start'}") : ''
      %(#{title node}<ol#{attributes node}#{type}#{start}#{node.option?('reversed') ? ' reversed' : ''}>#{items node}</ol>)
    end

    def convert_colist node
      %(#{title node}<ol#{attributes node}>#{items node}</ol>)
    end

    # As in Markdown, one item with more than text and lists makes every item's text a paragraph.
    def items node
      loose = node.items.any? {|item| item.blocks.any? {|block| !(Asciidoctor::List === block) } }
      node.items.map do |item|
        task = (item.attr? 'checkbox') ? %( data-task="#{item.attr?('checked') ? 'x' : ' '}") : ''
        text = loose ? %(<p#{at item}>#{item.text}</p>) : item.text
        %(<li#{attributes item}#{task}>#{text}#{item.blocks? ? %(\n#{item.content}) : ''}</li>)
      end.join "\n"
    end

    def convert_dlist node
      pairs = node.items.map do |terms, content|
        heads = terms.map {|term| %(<dt#{attributes term}>#{term.text}</dt>) }.join
        content ? %(#{heads}#{definition content}) : heads
      end
      %(#{title node}<dl#{attributes node}>#{pairs.join "\n"}</dl>)
    end

    def definition item
      text = item.text? ? item.text : ''
      text = %(<p#{at item}>#{text}</p>) if item.text? && item.blocks.any? {|block| !(Asciidoctor::List === block) }
      %(<dd#{at item}>#{text}#{item.content}</dd>)
    end

    # ---- tables ---------------------------------------------------------------------------------------------------------------------

    def convert_table node
      rows_headed = node.columns[0] && node.columns[0].style == :header ? ' data-row-headers' : ''
      caption = node.title? ? %(<caption>#{node.title}</caption>) : ''
      parts = node.rows.to_h.map do |part, rows|
        rows.empty? ? '' : %(<t#{part}>#{rows.map {|row| %(<tr>#{row.map {|cell| table_cell part, cell }.join}</tr>) }.join "\n"}</t#{part}>)
      end
      %(<table#{attributes node}#{rows_headed}>#{caption}#{parts.join "\n"}</table>)
    end

    def table_cell part, cell
      tag = part == :head || cell.style == :header ? 'th' : 'td'
      align = cell.attr 'halign'
      result = +%(<#{tag})
      result << %( align="#{align}") if align && align != 'left'
      result << %( colspan="#{cell.colspan}") if cell.colspan
      result << %( rowspan="#{cell.rowspan}") if cell.rowspan
      result << %(>#{part == :head ? cell.text : (cell_content cell)}</#{tag}>)
    end

    def cell_content cell
      case cell.style
      when :asciidoc then cell.content
      when :literal then %(<pre#{at cell}><code>#{cell.text}</code></pre>)
      else
        paragraphs = cell.content
        paragraphs.size > 1 ? paragraphs.map {|text| %(<p#{at cell}>#{text}</p>) }.join : paragraphs[0] || ''
      end
    end

    # ---- inline ---------------------------------------------------------------------------------------------------------------------

    def convert_inline_anchor node
      case node.type
      when :xref then xref node
      when :link then link node
      when :ref then %(<a id="#{escape node.id}"></a>)
      else %(<a id="#{escape node.id}"></a>[#{node.reftext || node.id}])
      end
    end

    def xref node
      target = node.target
      path = node.attributes['path']
      written = @page.reference || (unescape path ? target : (target.delete_prefix '#'))
      @page.reference = nil
      place = @page.locate (@page.place node.parent), written, 'xref:', '<<', 'xref:#', '<<#'
      text = node.text
      auto = text.nil_or_empty?
      if auto && !path
        text = titled node
        auto = text.nil?
      end
      %(<a href="#{escape target}" data-p="#{place}"#{auto ? ' data-auto' : ''}>#{auto ? (escape_text unescape(path || target)) : text}</a>)
    end

    # The text of the block or section on this page that is referred to, if it has any.
    def titled node
      ref = node.document.catalog[:refs][node.attributes['refid']]
      return unless Asciidoctor::AbstractNode === ref && !@titling
      @titling = true
      text = ref.reftext || (ref.title if ref.respond_to?(:title?) && ref.title?)
      text ? (text.gsub TAG, '') : nil
    ensure
      @titling = nil
    end

    def link node
      target = node.target
      mail = target.start_with? 'mailto:'
      needle = unescape mail ? ((target.delete_prefix 'mailto:').partition '?')[0] : target
      prefixes = mail ? ['mailto:', ''] : (needle.include? '://') ? ['link:', '<', ''] : ['link:']
      place = @page.locate (@page.place node.parent), needle, *prefixes
      text = node.text
      auto = text == target && (SOURCE.match? target)
      named = (node.attr? 'title') ? %( title="#{plain node.attr 'title'}") : ''
      %(#{anchor node}<a href="#{escape target}" data-p="#{place}"#{named}#{auto ? ' data-auto' : ''}>#{text}</a>)
    end

    def convert_inline_image node
      return (escape_text node.attr 'alt') if node.type == 'icon'
      place = @page.locate (@page.place node.parent), (unescape node.target), 'image:'
      img = %(<img src="#{escape image_target node, node.target}"#{picture node} data-p="#{place}">)
      (node.attr? 'link') ? %(<a href="#{escape node.attr 'link'}" data-p="#{place}">#{img}</a>) : img
    end

    def convert_inline_footnote node
      index = node.attr 'index'
      return %([#{node.text}]) unless index
      @page.footnotes[index] ||= [node.text, (@page.at @page.place node.parent)] unless node.type == :xref
      %(<t0-fnref id="#{index}"></t0-fnref>)
    end

    def convert_inline_quoted node
      type = node.type
      return %(#{TYPOGRAPHIC[type][0]}#{node.text}#{TYPOGRAPHIC[type][1]}) if TYPOGRAPHIC.key? type
      if type == :asciimath || type == :latexmath
        @page.finding 2, 'stem macro', (@page.place node.parent)
        type = :monospaced
      end
      tag = QUOTES[type] || ROLES[node.role]
      tag ? %(<#{tag}#{identity node}>#{node.text}</#{tag}>) : %(#{anchor node}#{node.text})
    end

    def convert_inline_break node
      %(#{node.text}<br>)
    end

    def convert_inline_kbd node
      (node.attr 'keys').map {|key| %(<kbd>#{key}</kbd>) }.join '+'
    end

    def convert_inline_button node
      %(<strong>#{node.text}</strong>)
    end

    def convert_inline_menu node
      [(node.attr 'menu'), *(node.attr 'submenus'), (node.attr 'menuitem')].compact.map {|name| %(<strong>#{name}</strong>) }.join ' &#8250; '
    end

    def convert_inline_callout node
      %(#{CALLOUT}#{node.text}#{CALLOUT})
    end

    def convert_inline_indexterm node
      node.type == :visible ? node.text : ''
    end

    # ---- pieces ---------------------------------------------------------------------------------------------------------------------

    # Compound blocks hold blocks; simple ones hold text, which is a paragraph.
    def body node
      return node.content if node.blocks? || node.content_model == :compound
      raw node
      %(<p#{at node}>#{node.content}</p>)
    end

    # Says so when the author's markup reaches the page as HTML.
    def raw node
      subs = node.subs
      return if subs.include?(:specialcharacters) || !(node.source.include? '<')
      @page.finding 2, 'passthrough block', node.source_location
    end

    def title node
      node.title? ? %(<t0-block-title#{at node}>#{node.title}</t0-block-title>) : ''
    end

    def at node
      place = node.source_location
      place ? %( data-p="#{@page.at place}") : ''
    end

    def attributes node
      place = node.source_location
      place ? %(#{identity node} data-p="#{@page.at place}") : identity(node)
    end

    def identity node
      id = node.id
      id && !(AutoId === id) ? %( id="#{escape id}") : ''
    end

    def anchor node
      (id = identity node).empty? ? '' : %(<a#{id}></a>)
    end

    # Text for an attribute out of converted text or out of an attribute list: no tags, entities kept.
    def plain text
      (text.to_s.gsub TAG, '').gsub(BARE_AMPERSAND, '&amp;').gsub('"', '&quot;').gsub('<', '&lt;').gsub('>', '&gt;')
    end

    def escape text
      escape_text(text.to_s).gsub('"', '&quot;')
    end

    def escape_text text
      text.gsub(BARE_AMPERSAND, '&amp;').gsub('<', '&lt;').gsub('>', '&gt;')
    end

    def unescape text
      text.include?('&') ? text.gsub('&lt;', '<').gsub('&gt;', '>').gsub('&amp;', '&') : text
    end
  end

  # What every rendering is held to; an author cannot change these.
  ATTRIBUTES = {
    'doctype' => 'article', 'experimental' => '', 'attribute-missing' => 'warn', 'attribute-undefined' => 'drop', 'sectids' => '',
    'relfilesuffix' => '.adoc', 'relfileprefix' => nil, 'outfilesuffix' => '.html', 'compat-mode' => nil, 'toc' => nil,
    'skip-front-matter' => nil, 'data-uri' => nil, 'cache-uri' => nil, 'allow-uri-read' => nil, 'docinfo' => nil,
    'user-home' => '.', 'source-highlighter' => nil, 'icons' => nil, 'stem' => 'asciimath',
  }.freeze

  # Renders the body of a page, whose first line is line first_line of its file.
  # includes.call(text, line, target, tags, lines, optional) brings [file index, name, content, line numbers] or nil.
  # going_on.call is false when the time of the page is up; the host then also interrupts regular expressions.
  # Returns the HTML and the findings: [severity, message, text index, position].
  def self.render source, first_line, includes, going_on
    lines = source.split "\n", -1
    page = Page.new lines, first_line, includes, going_on
    Thread.current[CURRENT] = page
    [(convert page, source, lines), page.findings]
  rescue TimeUp, RegexpError, SystemStackError, StandardError => e
    page.fail e
    ['', page.findings]
  ensure
    Thread.current[CURRENT] = nil
  end

  def self.convert page, source, lines
    document = Asciidoctor::Document.new source, safe: :secure, sourcemap: true, base_dir: '/', standalone: false,
      attributes: ATTRIBUTES.dup, converter: Converter
    document.parse
    page.check_author document, lines
    document.convert
  end

  Asciidoctor::LoggerManager.logger = Log.new
end

module Asciidoctor
  # Zero-width spaces after typographic replacements would end up in what readers search and copy.
  REPLACEMENTS.each {|replacement| replacement[1] = (replacement[1].delete_suffix '&#8203;') }

  class Reader
    alias tier_zero_initialize initialize
    alias tier_zero_mark mark

    # A reader made without a place (a Markdown-style quote) stands where its parser last marked.
    def initialize data = nil, cursor = nil, opts = {}
      page = Thread.current[TierZero::CURRENT]
      tier_zero_initialize data, cursor || (page && page.mark), opts
      @origins = page && page.origins
    end

    # The line about to be read may have been collected by another reader, across includes and conditionals, or put back after a look
    # ahead into an include: it knows its own place.
    def origin
      @origins && (line = @lines[-1]) && @origins[line]
    end

    def mark
      path, lineno = origin || [@path, @lineno]
      @mark = [@file, @dir, path, lineno]
      if (page = Thread.current[TierZero::CURRENT])
        page.go_on
        page.mark = Cursor.new @file, @dir, path, lineno
      end
      @mark
    end

    def cursor
      path, lineno = origin || [@path, @lineno]
      Cursor.new @file, @dir, path, lineno
    end

    def cursor_at_prev_line
      path, lineno = origin || [@path, @lineno]
      Cursor.new @file, @dir, path, lineno - 1
    end
  end

  class PreprocessorReader
    alias tier_zero_shift shift

    def shift
      path, lineno = @path, @lineno
      line = tier_zero_shift
      @origins[line] ||= [path, lineno] if @origins && line
      line
    end

    # The only way that another file gets into a page.
    def preprocess_include_directive target, attrlist
      place = cursor
      attributes = @document.parse_attributes attrlist, [], sub_input: true
      target = @document.sub_attributes target, attribute_missing: 'skip' if target.include? ATTR_REF_HEAD
      shift
      Thread.current[TierZero::CURRENT].include self, place, target, attributes
      true
    end
  end

  class Section
    # As the reading pass will name it (GitHub's algorithm), so that a reference by that id or by the title finds the section.
    def self.generate_id title, document
      text = (title.gsub TierZero::TAG, '').gsub('&#8201;', ' ').gsub(/&(?:[a-z]+|#\d+);/, '')
      base = (text.downcase.gsub(/[^\p{Word}\- ]/u, '')).tr ' ', '-'
      refs = document.catalog[:refs]
      repeats = Thread.current[TierZero::CURRENT].repeats
      id = repeats.key?(base) ? %(#{base}-#{repeats[base] += 1}) : base
      repeats[base] ||= 0
      id = %(#{base}-#{repeats[base] += 1}) while refs.key? id
      TierZero::AutoId.new id
    end
  end

  class Document
    # Neither the clock nor the machine reaches a page.
    def fill_datetime_attributes _attributes, _modified
      nil
    end

    alias tier_zero_resolve_id resolve_id

    # A reference by title is looked for by that title.
    def resolve_id text
      id = tier_zero_resolve_id text
      (page = Thread.current[TierZero::CURRENT]) && (page.reference = text) if id
      id
    end

    alias tier_zero_value_subs apply_attribute_value_subs

    def apply_attribute_value_subs value
      result = tier_zero_value_subs value
      if result != value && (result.include? '<')
        (page = Thread.current[TierZero::CURRENT]) && (page.finding 2, 'passthrough attribute', @reader && @reader.cursor)
      end
      result
    end
  end

  module Substitutors
    alias tier_zero_apply_subs apply_subs
    alias tier_zero_extract_passthroughs extract_passthroughs

    # Messages about text name no place; the text's block has one.
    def apply_subs text, subs = NORMAL_SUBS
      page = Thread.current[TierZero::CURRENT]
      return tier_zero_apply_subs text, subs unless page
      before, page.subject = page.subject, self
      result = tier_zero_apply_subs text, subs
      page.subject = before
      result
    end
    alias apply_title_subs apply_subs

    alias tier_zero_sub_attributes sub_attributes

    def sub_attributes text, opts = {}
      result = tier_zero_sub_attributes text, opts
      (result.include? '\\{') ? (result.gsub TierZero::ESCAPED_INSERT, '{<!---->\1') : result
    end

    def extract_passthroughs text
      result = tier_zero_extract_passthroughs text
      @passthroughs.each do |pass|
        next if pass[:told] || !(pass[:text].include? '<') || (pass[:subs] && (pass[:subs].include? :specialcharacters))
        pass[:told] = true
        (page = Thread.current[TierZero::CURRENT]) && (page.finding 2, 'passthrough macro', (page.place self), pass[:text], '+++', 'pass:[', '')
      end unless @passthroughs.empty?
      result
    end
  end
end
