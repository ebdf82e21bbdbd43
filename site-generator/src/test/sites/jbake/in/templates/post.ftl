<p>${content.title}</p>
