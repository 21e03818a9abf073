using System.Text.Json;
using Orrery.Core;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Json;

/// <summary>
/// Refusals of JSON that does not fit the shapes. The texts are those that AWS's JSON services answer (seen in
/// public issue
/// threads); where none was found they are guessed.
/// </summary>
internal static class JsonErrors
{
    /// <summary>A body that is no document, or not of UTF-8. Guessed text.</summary>
    public static ServiceException Malformed(string message) => WireErrors.Malformed(WireErrors.Serialization, message);

    /// <summary>A scalar of the wrong type.</summary>
    public static ServiceException WrongType(JsonTokenType found, string expected) => found switch
    {
        JsonTokenType.StartObject => Malformed("Start of structure or map found where not expected."),
        JsonTokenType.StartArray => Malformed("Start of list found where not expected"),
        JsonTokenType.String => Malformed($"STRING_VALUE can not be converted to {Article(expected)}"),
        JsonTokenType.Number => Malformed($"NUMBER_VALUE can not be converted to {Article(expected)}"),
        JsonTokenType.True => Malformed($"TRUE_VALUE can not be converted to {Article(expected)}"),
        JsonTokenType.False => Malformed($"FALSE_VALUE can not be converted to {Article(expected)}"),
        _ => Malformed("Unexpected null"),
    };

    /// <summary>Something else than a structure, map or list.</summary>
    public static ServiceException Unexpected(JsonTokenType found, JsonTokenType expected) => found switch
    {
        JsonTokenType.StartObject or JsonTokenType.StartArray => WrongType(found, string.Empty),
        _ when expected is JsonTokenType.StartArray => Malformed("Expected list or null"),
        _ => Malformed("Expected structure or map or null"),
    };

    private static string Article(string type) => type is "Integer" ? "an Integer" : $"a {type}";
}
