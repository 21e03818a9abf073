using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Messages;

/// <summary>
/// The JSON of notifications and confirmations. Source: SNS Developer Guide, "HTTP/HTTPS notification JSON format".
/// Messages are not signed: the fields are there for clients that want them, and say so; <c>.invalid</c> names no host.
/// </summary>
internal static class Envelope
{
    /// <summary>What stands where AWS has a signature.</summary>
    public const string NoSignature = "NOT-SIGNED-BY-ORRERY";

    /// <summary>What stands where AWS has the address of a certificate.</summary>
    public const string NoCertificate = "https://sns.invalid/not-signed.pem";

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A notification.</summary>
    /// <param name="call">The call.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="what">What was published.</param>
    /// <param name="sent">Its ids.</param>
    public static string Notification(
        ReadCall call, TopicRecord topic, SubscriptionRecord to, Publication what, Sent sent) => Write(json =>
        {
            json.WriteString("Type", "Notification");
            json.WriteString("MessageId", sent.MessageId);
            if (sent.SequenceNumber is { } number) json.WriteString("SequenceNumber", number);
            json.WriteString("TopicArn", SnsArn.Find(to.Arn)!.Value.TopicArn);
            if (what.Subject is { } subject) json.WriteString("Subject", subject);
            json.WriteString("Message", what.TextFor(to.Protocol));
            json.WriteString("Timestamp", Instant(call.Now));
            if (!topic.IsFifo) WriteSignature(json, topic);
            json.WriteString("UnsubscribeURL", Links.Unsubscribe(call, to));
            WriteAttributes(json, what.Attributes);
        });

    /// <summary>What asks an endpoint to confirm, or tells it that it is unsubscribed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="to">The subscription with its token.</param>
    /// <param name="type">The type of message.</param>
    /// <param name="id">Its id.</param>
    public static string Confirmation(
        ReadCall call, TopicRecord topic, SubscriptionRecord to, string type, string id) => Write(json =>
        {
            json.WriteString("Type", type);
            json.WriteString("MessageId", id);
            json.WriteString("Token", to.Token);
            json.WriteString("TopicArn", SnsArn.Find(to.Arn)!.Value.TopicArn);
            json.WriteString("Message", ConfirmationTexts.Of(type, to));
            json.WriteString("SubscribeURL", Links.Confirm(call, to));
            json.WriteString("Timestamp", Instant(call.Now));
            WriteSignature(json, topic);
        });

    /// <summary>The event that a function gets: it names some fields otherwise.</summary>
    /// <param name="call">The call.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="what">What was published.</param>
    /// <param name="sent">Its ids.</param>
    public static string FunctionEvent(
        ReadCall call, TopicRecord topic, SubscriptionRecord to, Publication what, Sent sent) => Write(json =>
        {
            json.WriteStartArray("Records");
            json.WriteStartObject();
            json.WriteString("EventSource", "aws:sns");
            json.WriteString("EventVersion", "1.0");
            json.WriteString("EventSubscriptionArn", to.Arn);
            json.WriteStartObject("Sns");
            json.WriteString("Type", "Notification");
            json.WriteString("MessageId", sent.MessageId);
            json.WriteString("TopicArn", SnsArn.Find(to.Arn)!.Value.TopicArn);
            json.WriteString("Subject", what.Subject);
            json.WriteString("Message", what.TextFor(to.Protocol));
            json.WriteString("Timestamp", Instant(call.Now));
            json.WriteString("SignatureVersion", topic.Attribute("SignatureVersion") ?? "1");
            json.WriteString("Signature", NoSignature);
            json.WriteString("SigningCertUrl", NoCertificate);
            json.WriteString("UnsubscribeUrl", Links.Unsubscribe(call, to));
            json.WriteStartObject("MessageAttributes");
            WriteEach(json, what.Attributes);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        });

    private static string Instant(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteSignature(Utf8JsonWriter json, TopicRecord topic)
    {
        json.WriteString("SignatureVersion", topic.Attribute("SignatureVersion") ?? "1");
        json.WriteString("Signature", NoSignature);
        json.WriteString("SigningCertURL", NoCertificate);
    }

    private static void WriteAttributes(Utf8JsonWriter json, IReadOnlyList<DeliveryAttribute> attributes)
    {
        if (attributes.Count == 0) return;
        json.WriteStartObject("MessageAttributes");
        WriteEach(json, attributes);
        json.WriteEndObject();
    }

    private static void WriteEach(Utf8JsonWriter json, IReadOnlyList<DeliveryAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            json.WriteStartObject(attribute.Name);
            json.WriteString("Type", attribute.DataType);
            json.WriteString("Value", attribute.Text ?? attribute.Bytes);
            json.WriteEndObject();
        }
    }
}
