using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Orrery.Services.Events.Rules.Inputs;

/// <summary>
/// The template of an input transformer. Outside of quotes a variable is put in as JSON; inside of quotes a text is
/// put in without its own quotes, and other JSON with its quotes escaped. Source: EventBridge User Guide, "Amazon
/// EventBridge input transformation"; that a variable without a value becomes an empty text is said there of quotes,
/// else guessed.
/// </summary>
internal static class InputTemplate
{
    /// <summary>Fills a template with values, which are JSON; null where the event has none.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string?> values)
    {
        var filled = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '\\' && i + 1 < template.Length)
            {
                filled.Append(template, i++, 2);
            }
            else if (NameAt(template, i) is { } name && values.TryGetValue(name, out var value))
            {
                filled.Append(quoted ? Inside(value) : value ?? "\"\"");
                i += name.Length + 1;
            }
            else
            {
                quoted ^= template[i] == '"';
                filled.Append(template[i]);
            }
        }

        return filled.ToString();
    }

    /// <summary>The names that a template uses.</summary>
    public static IEnumerable<string> NamesIn(string template)
    {
        for (var i = 0; i < template.Length; i++)
        {
            if (NameAt(template, i) is { } name)
                yield return name;
        }
    }

    private static string? NameAt(string template, int at)
    {
        if (template[at] != '<')
            return null;
        var end = template.IndexOf('>', at);
        var name = end < 0 ? "" : template[(at + 1)..end];
        return name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') ? name : null;
    }

    private static string Inside(string? json) =>
        json is null ? ""
        : json[0] == '"' ? json[1..^1]
        : JsonEncodedText.Encode(json, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
}
