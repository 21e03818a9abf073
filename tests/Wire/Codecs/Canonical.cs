using System.Globalization;
using System.Text;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>A value as text in which order of members and of map entries does not matter.</summary>
internal static class Canonical
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case DynamicShape shape:
                for (var i = 0; i < shape.Values.Count; i++)
                {
                    if (shape.Values[i] is not { } member) continue;
                    text.Append('\n').Append(' ', depth).Append(shape.Schema.Members[i].Name).Append(": ");
                    Append(text, member, depth + 1);
                }

                break;
            case object[] items:
                foreach (var item in items)
                {
                    text.Append('\n').Append(' ', depth).Append("- ");
                    Append(text, item, depth + 1);
                }

                break;
            case Dictionary<string, object> entries:
                foreach (var (key, item) in entries.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    text.Append('\n').Append(' ', depth).Append(key).Append(" => ");
                    Append(text, item, depth + 1);
                }

                break;
            case ReadOnlyMemory<byte> bytes: text.Append(Convert.ToBase64String(bytes.Span)); break;
            case DateTimeOffset instant: text.Append(instant.ToUnixTimeMilliseconds()); break;
            default: text.Append(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }
}
