using System.Globalization;
using System.Text;
using Orrery.Services.Sqs.Records;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Rules;

/// <summary>
/// What a message may be. Source: SQS API Reference, SendMessage; Developer Guide, "Amazon SQS message metadata" and
/// "Amazon SQS message quotas".
/// </summary>
internal static class MessageRules
{
    /// <summary>The limit of a message and of a whole batch: 1 MiB (botocore model, SendMessageBatch).</summary>
    public const int LargestBatch = 1_048_576;

    private const int MostAttributes = 10;
    private const string Characters =
        "#x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF";

    /// <summary>The size of a message: body, and names, types and values of attributes.</summary>
    public static int Size(string body, IReadOnlyList<AttributeRecord>? attributes) =>
        Encoding.UTF8.GetByteCount(body) + (attributes ?? []).Sum(a =>
            Encoding.UTF8.GetByteCount(a.Name) + Encoding.UTF8.GetByteCount(a.Type)
            + (a.Bytes?.Length ?? Encoding.UTF8.GetByteCount(a.Text ?? "")));

    /// <summary>Refuses a body that is empty or has characters that are not of XML 1.0.</summary>
    public static void CheckBody(string? body)
    {
        if (string.IsNullOrEmpty(body))
            throw Errors.Missing("MessageBody");
        foreach (var rune in body.EnumerateRunes())
        {
            // Half a surrogate pair is enumerated as U+FFFD, which is allowed.
            if (rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000)
                continue;
            throw new Core.ServiceException(
                "InvalidMessageContents", $"Invalid characters found. Valid unicode characters are {Characters}.");
        }
    }

    /// <summary>The attributes of a request, checked.</summary>
    public static IReadOnlyList<AttributeRecord>? Attributes(
        IReadOnlyDictionary<string, MessageAttributeValue>? attributes)
    {
        if (attributes is not { Count: > 0 })
            return null;
        if (attributes.Count > MostAttributes)
            throw Errors.Value($"Number of message attributes [{attributes.Count}] exceeds the allowed maximum [10].");
        return [.. attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => Attribute(a.Key, a.Value))];
    }

    /// <summary>The trace header of the system attributes of a request, checked.</summary>
    public static string? TraceHeader(IReadOnlyDictionary<string, MessageSystemAttributeValue>? attributes)
    {
        foreach (var (name, value) in attributes ?? new Dictionary<string, MessageSystemAttributeValue>())
        {
            if (name != "AWSTraceHeader")
                throw Errors.Value($"Message system attribute name '{name}' is invalid.");
            if (value.DataType != "String" || string.IsNullOrEmpty(value.StringValue))
                throw Errors.Value(
                    $"Message (system) attribute '{name}' must contain a non-empty value of type 'String'.");
            return value.StringValue;
        }
        return null;
    }

    /// <summary>Refuses an id that is too long or has other than letters, digits and punctuation of ASCII.</summary>
    public static void CheckToken(string? value, string parameter)
    {
        if (value is null || (value.Length is > 0 and <= 128 && value.All(static c => c is > ' ' and <= '~')))
            return;
        throw Errors.Value(value, parameter,
            $"{parameter} can only include alphanumeric and punctuation characters. 1 to 128 in length.");
    }

    private static AttributeRecord Attribute(string name, MessageAttributeValue value)
    {
        CheckName(name);
        if (value.StringListValues is { Count: > 0 } || value.BinaryListValues is { Count: > 0 })
            throw Errors.Unsupported("Message attribute list values in SendMessage operation are not supported.");
        var type = value.DataType ?? "";
        var kind = type.Split('.')[0];
        if (kind is not ("String" or "Number" or "Binary") || type.Length > 256)
            throw Errors.Value($"The message attribute '{name}' has an invalid message attribute type, the set of "
                + "supported type prefixes is Binary, Number, and String.");
        if (kind == "Binary" ? value.BinaryValue is not { Length: > 0 } : string.IsNullOrEmpty(value.StringValue))
            throw Errors.Value($"Message (user) attribute '{name}' must contain a non-empty value of type '{kind}'.");
        if (kind == "Number" && !IsNumber(value.StringValue!))
            throw Errors.Value($"Could not cast message attribute '{name}' value to number.");
        return kind == "Binary"
            ? new(name, type, null, value.BinaryValue!.Value.ToArray())
            : new(name, type, value.StringValue);
    }

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number);

    private static void CheckName(string name)
    {
        var isNamed = name.Length is > 0 and <= 256 && name.All(static c => QueueNames.IsNamed(c) || c == '.')
            && !name.StartsWith('.') && !name.EndsWith('.') && !name.Contains("..", StringComparison.Ordinal)
            && !name.StartsWith("AWS.", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("Amazon.", StringComparison.OrdinalIgnoreCase);
        if (!isNamed)
            throw Errors.Value($"The message attribute name '{name}' is invalid. Attribute name can contain A-Z, a-z, "
                + "0-9, underscore (_), hyphen (-), and period (.) and must not begin with AWS. or Amazon.");
    }
}
