using System.Text;
using System.Text.Json;
using Orrery.Contracts.Delivery;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Messages;

/// <summary>What can be published. Source: Amazon SNS API Reference, Publish.</summary>
internal static class PublicationRules
{
    /// <summary>The most bytes of a message with its attributes.</summary>
    public const int MostBytes = 256 * 1024;

    private const int LongestSubject = 100;
    private const int LongestId = 128;
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>Reads what a request publishes.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter, ParameterValueInvalid.</exception>
    public static Publication Read(PublishRequest request)
    {
        if (string.IsNullOrEmpty(request.Message)) throw Errors.InvalidParameter("Empty message");
        CheckSubject(request.Subject);
        var publication = new Publication(
            request.Message, request.Subject, MessageAttributes.Read(request.MessageAttributes))
        {
            Texts = request.MessageStructure switch
            {
                null => null,
                "json" => Texts(request.Message),
                _ => throw Errors.InvalidParameter("MessageStructure"),
            },
            GroupId = CheckId(request.MessageGroupId, "MessageGroupId"),
            DeduplicationId = CheckId(request.MessageDeduplicationId, "MessageDeduplicationId"),
        };
        return Size(publication) <= MostBytes ? publication : throw Errors.InvalidParameter("Message too long");
    }

    /// <summary>The bytes of a message and its attributes.</summary>
    public static int Size(Publication publication) =>
        Encoding.UTF8.GetByteCount(publication.Message) + publication.Attributes.Sum(SizeOf);

    /// <summary>Refuses what does not go with the kind of topic.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static void CheckKind(Publication publication, bool isFifo, bool knowsByContent)
    {
        if (!isFifo)
        {
            if (publication.DeduplicationId is not null)
            {
                throw Errors.InvalidParameter(
                    "MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not"
                    + " valid for this topic type");
            }

            return;
        }

        if (publication.GroupId is null)
            throw Errors.InvalidParameter("The MessageGroupId parameter is required for FIFO topics");
        if (publication.DeduplicationId is null && !knowsByContent)
        {
            throw Errors.InvalidParameter(
                "The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided"
                + " explicitly");
        }
    }

    private static int SizeOf(DeliveryAttribute attribute) =>
        Encoding.UTF8.GetByteCount(attribute.Name) + Encoding.UTF8.GetByteCount(attribute.DataType)
        + Encoding.UTF8.GetByteCount(attribute.Text ?? "") + ((attribute.Bytes?.Length ?? 0) * 3 / 4);

    private static Dictionary<string, string> Texts(string message)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(message);
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw NoJson();
            foreach (var text in json.RootElement.EnumerateObject())
                if (text.Value.ValueKind == JsonValueKind.String) texts[text.Name] = text.Value.GetString()!;
        }
        catch (JsonException)
        {
            throw NoJson();
        }

        return texts.ContainsKey("default")
            ? texts
            : throw Errors.InvalidParameter("Message Structure - No default entry in JSON message body");
    }

    private static Core.ServiceException NoJson() =>
        Errors.InvalidParameter("Message Structure - JSON message body failed to parse");

    // Begins with a letter, digit or punctuation mark, without line breaks and control characters, less than 100 long.
    private static void CheckSubject(string? subject)
    {
        if (subject is null) return;
        if (subject.Length is 0 or > LongestSubject
            || subject.Any(char.IsControl)
            || !(char.IsLetterOrDigit(subject[0]) || char.IsSymbol(subject[0]) || char.IsPunctuation(subject[0])))
            throw Errors.InvalidParameter("Subject");
    }

    private static string? CheckId(string? id, string parameter) =>
        id is null || (id.Length is > 0 and <= LongestId
            && id.All(c => char.IsAsciiLetterOrDigit(c) || Punctuation.Contains(c, StringComparison.Ordinal)))
            ? id
            : throw Errors.InvalidParameter(
                $"{parameter} Reason: it is 1 to {LongestId} letters, digits and punctuation marks");
}
