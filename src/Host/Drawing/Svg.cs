using System.Globalization;
using System.Text;

namespace Orrery.Host.Drawing;

/// <summary>Writes SVG: a handful of elements, everything escaped, numbers as integers.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins a picture.</summary>
    public Svg(int width, int height)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"width=\"{width}\" height=\"{height}\"");
        _text.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} viewBox=\"0 0 {width} {height}\" ");
        _text.Append("font-family=\"'DejaVu Sans', Verdana, Arial, sans-serif\">\n");
        _text.Append(CultureInfo.InvariantCulture, $"<rect {size} fill=\"#ffffff\"/>\n");
    }

    /// <summary>Ends the picture.</summary>
    public string End() => _text.Append("</svg>\n").ToString();

    /// <summary>Begins what belongs to a resource.</summary>
    public void Open(string kind, string id, string title) => _text.Append(
        CultureInfo.InvariantCulture,
        $"<g class=\"{Escape(kind)}\" id=\"{Escape(id)}\"><title>{Escape(title)}</title>\n");

    /// <summary>Ends it.</summary>
    public void Close() => _text.Append("</g>\n");

    /// <summary>A rectangle.</summary>
    public void Rectangle(Box box, string style, int radius = 4) => _text.Append(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Width}\" height=\"{box.Height}\" rx=\"{radius}\" {style}/>\n");

    /// <summary>A line with corners.</summary>
    public void Line(IReadOnlyList<Spot> points, string style) => _text.Append(
        CultureInfo.InvariantCulture,
        $"<polyline points=\"{string.Join(' ', points.Select(p => $"{p.X},{p.Y}"))}\" fill=\"none\" {style}/>\n");

    /// <summary>A line of text that begins, or with the anchor end ends, at a point.</summary>
    public void Text(Spot at, string text, int size, string style = "fill=\"#1f2430\"")
    {
        if (text.Length > 0)
            _text.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{at.X}\" y=\"{at.Y}\" font-size=\"{size}\" {style}>{Escape(text)}</text>\n");
    }

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
