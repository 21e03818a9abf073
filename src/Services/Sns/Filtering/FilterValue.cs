using System.Globalization;
using System.Text.Json;

namespace Orrery.Services.Sns.Filtering;

/// <summary>A single value of a message, or one that a policy names.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">It as text; of a number, as it was written.</param>
/// <param name="Number">It as a number.</param>
internal readonly record struct FilterValue(FilterValueKind Kind, string Text, decimal Number = 0)
{
    /// <summary>A text.</summary>
    public static FilterValue OfText(string text) => new(FilterValueKind.Text, text);

    /// <summary>A number; null where it is none.</summary>
    public static FilterValue? OfNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new(FilterValueKind.Number, text, number)
            : null;

    /// <summary>A JSON value that is no object and no array; null for those.</summary>
    public static FilterValue? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => OfText(json.GetString()!),
        JsonValueKind.Number => OfNumber(json.GetRawText()) ?? OfText(json.GetRawText()),
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => new(FilterValueKind.Word, json.GetRawText()),
        _ => null,
    };

    /// <summary>Whether it is the same: texts by letters and case, numbers by what they are worth.</summary>
    public bool Is(FilterValue other) =>
        Kind == other.Kind && (Kind == FilterValueKind.Number ? Number == other.Number : Text == other.Text);
}
