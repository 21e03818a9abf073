using System.Globalization;

namespace Orrery.Services.Logs.Patterns;

/// <summary>
/// Fields in brackets, one for each part of the event; three dots stand for any number of them. Parts are divided by
/// spaces; what stands in brackets or quotation marks is one part.
/// </summary>
internal sealed class SpacePattern(IReadOnlyList<SpaceField> fields, bool hasRegex) : FilterPattern
{
    private readonly int _rest = fields.ToList().IndexOf(SpaceField.Rest);

    /// <inheritdoc/>
    public override bool HasRegex => hasRegex;

    /// <inheritdoc/>
    public override PatternMatch? Match(string message)
    {
        var parts = Split(message);
        var missing = parts.Count - fields.Count;
        if (_rest < 0 ? missing != 0 : missing < -1)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Count; i++)
        {
            var field = _rest < 0 || i < _rest ? fields[i]
                : i < _rest + missing + 1 ? SpaceField.Rest
                : fields[i - missing];
            if (field.Test?.Invoke(parts[i]) == false)
            {
                return null;
            }

            var isNamed = field != SpaceField.Rest && field.Name.Length > 0;
            values[isNamed ? "$" + field.Name : string.Create(CultureInfo.InvariantCulture, $"${i + 1}")] = parts[i];
        }

        return new(values, name => values.GetValueOrDefault(name));
    }

    /// <summary>The parts of an event.</summary>
    public static IReadOnlyList<string> Split(string message)
    {
        var parts = new List<string>();
        for (var i = 0; i < message.Length;)
        {
            if (message[i] is ' ' or '\t' or '\n' or '\r')
            {
                i++;
                continue;
            }

            var close = message[i] switch { '"' => '"', '[' => ']', _ => ' ' };
            var start = close == ' ' ? i : i + 1;
            var end = close == ' ' ? message.AsSpan(start).IndexOfAny(" \t\r\n") : message.AsSpan(start).IndexOf(close);
            end = end < 0 ? message.Length : start + end;
            parts.Add(message[start..end]);
            i = close == ' ' ? end : end + 1;
        }

        return parts;
    }
}
