using System.Text;

namespace Orrery.Wire.Protocols.Http;

/// <summary>Lists in one header line. Source: Smithy, "httpHeader trait", serialization rules.</summary>
internal static class HeaderList
{
    /// <summary>An element, quoted where it holds a comma or a quote.</summary>
    public static string Quote(string text) => text.AsSpan().IndexOfAny('"', ',') < 0
        ? text
        : $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>The elements of a line.</summary>
    public static List<string> Split(string line)
    {
        var elements = new List<string>();
        var at = 0;
        while (at < line.Length)
        {
            while (at < line.Length && line[at] == ' ') at++;
            if (at < line.Length && line[at] == '"')
            {
                elements.Add(Quoted(line, ref at));
            }
            else
            {
                var comma = line.IndexOf(',', at);
                var end = comma < 0 ? line.Length : comma;
                elements.Add(line[at..end].Trim());
                at = end;
            }

            at++;
        }

        return elements;
    }

    /// <summary>The instants of a line: HTTP dates hold a comma themselves.</summary>
    public static List<string> SplitDates(string line)
    {
        var parts = line.Split(',', StringSplitOptions.TrimEntries);
        var dates = new List<string>();
        for (var i = 0; i + 1 < parts.Length; i += 2) dates.Add($"{parts[i]}, {parts[i + 1]}");
        return dates;
    }

    private static string Quoted(string line, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < line.Length && line[at] != '"'; at++)
        {
            if (line[at] == '\\' && at + 1 < line.Length) at++;
            text.Append(line[at]);
        }

        at = line.IndexOf(',', Math.Min(at, line.Length));
        if (at < 0) at = line.Length;
        return text.ToString();
    }
}
