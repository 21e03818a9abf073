using System.Text.Json;
using Orrery.Contracts.Delivery;

namespace Orrery.Services.Sns.Filtering;

/// <summary>The values of message attributes, as filter policies see them.</summary>
internal static class AttributeValues
{
    /// <summary>By name. An array counts as its elements; binary data is only there.</summary>
    public static Dictionary<string, IReadOnlyList<FilterValue>> Of(IEnumerable<DeliveryAttribute> attributes) =>
        attributes.ToDictionary(a => a.Name, Values, StringComparer.Ordinal);

    private static IReadOnlyList<FilterValue> Values(DeliveryAttribute attribute)
    {
        var text = attribute.Text ?? "";
        return attribute.DataType switch
        {
            "String.Array" => Elements(text),
            _ when attribute.DataType.StartsWith("Number", StringComparison.Ordinal) =>
                [FilterValue.OfNumber(text) ?? FilterValue.OfText(text)],
            _ when attribute.DataType.StartsWith("Binary", StringComparison.Ordinal) =>
                [new(FilterValueKind.Opaque, "")],
            _ => [FilterValue.OfText(text)],
        };
    }

    private static IReadOnlyList<FilterValue> Elements(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Array
                ? [.. json.RootElement.EnumerateArray().Select(FilterValue.Of).OfType<FilterValue>()]
                : [FilterValue.OfText(text)];
        }
        catch (JsonException)
        {
            return [FilterValue.OfText(text)];
        }
    }
}
