using System.Text.Json;

namespace Orrery.Host.Admin;

/// <summary>What is wrong with a JSON text, in words for those who wrote it: .NET's name its own types.</summary>
public static class JsonMistake
{
    /// <summary>The words.</summary>
    public static string Of(JsonException problem)
    {
        var where = problem.LineNumber is { } line ? $" (line {line + 1})" : "";
        if (problem.Message.StartsWith("The JSON property '", StringComparison.Ordinal))
            return $"there is no member '{problem.Message.Split('\'')[1]}' here{where}";
        return problem.Message.StartsWith("The JSON value could not be converted to ", StringComparison.Ordinal)
            ? $"{problem.Path} is not of the kind that it has to be{where}"
            : problem.Message;
    }
}
