using System.Globalization;
using Orrery.Contracts.Delivery;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Messages;

/// <summary>Reads message attributes. Source: SNS Developer Guide, "Amazon SNS message attributes".</summary>
internal static class MessageAttributes
{
    private const int LongestName = 256;

    /// <summary>The attributes, in order of their names.</summary>
    /// <exception cref="Core.ServiceException">ParameterValueInvalid.</exception>
    public static IReadOnlyList<DeliveryAttribute> Read(
        IReadOnlyDictionary<string, MessageAttributeValue>? attributes) =>
        [.. (attributes ?? new Dictionary<string, MessageAttributeValue>())
            .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Select(attribute => Read(attribute.Key, attribute.Value))];

    private static DeliveryAttribute Read(string name, MessageAttributeValue value)
    {
        CheckName(name);
        var type = value.DataType ?? "";
        var basic = type.Split('.')[0];
        if (basic is not ("String" or "Number" or "Binary"))
        {
            throw Errors.InvalidValue(
                $"The message attribute '{name}' has an invalid message attribute type, the set of supported type"
                + " prefixes is Binary, Number, and String.");
        }

        if (basic == "Binary")
        {
            return value.BinaryValue is { Length: > 0 } bytes && value.StringValue is null
                ? new(name, type, null, Convert.ToBase64String(bytes.Span))
                : throw Empty(name, type);
        }

        if (string.IsNullOrEmpty(value.StringValue) || value.BinaryValue is not null) throw Empty(name, type);
        return basic == "Number"
            && !double.TryParse(value.StringValue, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? throw Errors.InvalidValue(
                $"Could not cast message attribute '{name}' value to number.")
            : new(name, type, value.StringValue);
    }

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > LongestName
            || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
            || name.StartsWith('.') || name.EndsWith('.') || name.Contains("..", StringComparison.Ordinal)
            || name.StartsWith("AWS.", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Amazon.", StringComparison.OrdinalIgnoreCase))
            throw Errors.InvalidValue($"The message attribute name '{name}' is invalid.");
    }

    private static Core.ServiceException Empty(string name, string type) => Errors.InvalidValue(
        $"The message attribute '{name}' must contain non-empty message attribute value for message attribute type"
        + $" '{type}'.");
}
