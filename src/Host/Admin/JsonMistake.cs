using System.Text.Json;

namespace Orrery.Host.Admin;

/// <summary>What is wrong with a JSON text, in words for those who wrote it. .NET's texts name its own types and may
/// change: only the place is taken from it, and the text is read again up to there.</summary>
public static class JsonMistake
{
    /// <summary>The words.</summary>
    /// <param name="problem">How reading the text failed.</param>
    /// <param name="text">The text, whole.</param>
    public static string Of(JsonException problem, ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException broken)
        {
            return $"it is no JSON{Where(broken)}";
        }

        // What comes after the mistake is JSON too; the mistake is the last that was read.
        reader = new Utf8JsonReader(text);
        for (var end = EndOf(problem, text); reader.Read() && reader.BytesConsumed < end;)
        {
        }

        return reader.TokenType is JsonTokenType.PropertyName
            ? $"there is no member '{reader.GetString()}' here{Where(problem)}"
            : $"{problem.Path ?? "$"} is not of the kind that it has to be{Where(problem)}";
    }

    private static string Where(JsonException problem) =>
        problem.LineNumber is { } line ? $" (line {line + 1})" : "";

    // How far the text was read.
    private static long EndOf(JsonException problem, ReadOnlySpan<byte> text)
    {
        var start = 0;
        for (var line = problem.LineNumber ?? 0; line > 0; line--)
        {
            var length = text[start..].IndexOf((byte)'\n');
            if (length < 0) break;
            start += length + 1;
        }

        return start + (problem.BytePositionInLine ?? 0);
    }
}
