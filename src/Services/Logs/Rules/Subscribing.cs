using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Patterns;
using Orrery.Services.Logs.Records;

namespace Orrery.Services.Logs.Rules;

/// <summary>
/// Sends events to the destinations of subscription filters: JSON, gzipped, in base64. Source: CloudWatch Logs User
/// Guide, "Log group-level subscription filters"; Lambda gets it as <c>awslogs.data</c> (Lambda Developer Guide).
/// </summary>
internal static class Subscribing
{
    private static readonly string[] Takers = ["lambda", "kinesis", "firehose"];

    /// <summary>Whether a destination is of a kind that subscription filters have, and somebody takes it.</summary>
    public static bool CanSend(ReadCall call, string arn) =>
        arn.Split(':') is ["arn", _, { } service, _, _, ..]
        && Takers.Contains(service)
        && Destinations.Knows(call, arn);

    /// <summary>Sends what each filter takes; what cannot be delivered is dropped.</summary>
    public static void Send(Call call, GroupRecord group, StreamRecord stream, IReadOnlyList<EventRecord> events)
    {
        foreach (var filter in call.Read(Tables.Subscriptions).By(Tables.SubscriptionsByGroup, group.Name.Value))
        {
            var pattern = FilterPattern.Parse(filter.Pattern);
            var wanted = events.Where(e => pattern.Match(e.Message) is not null).ToList();
            if (wanted.Count > 0)
            {
                var data = Convert.ToBase64String(Zip(Payload(call, filter, stream, wanted)));
                var isLambda = filter.DestinationArn.Split(':')[2] == "lambda";
                var body = isLambda ? $$$"""{"awslogs":{"data":"{{{data}}}"}}""" : data;
                Destinations.TryDeliver(
                    call,
                    new(filter.DestinationArn, "logs.amazonaws.com", Arns.Group(call.Scope, group.Name.Value), body));
            }
        }
    }

    private static byte[] Payload(
        Call call, SubscriptionRecord filter, StreamRecord stream, IReadOnlyList<EventRecord> events)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("messageType", "DATA_MESSAGE");
        json.WriteString("owner", call.Account);
        json.WriteString("logGroup", stream.Group);
        json.WriteString("logStream", stream.Name);
        json.WriteStartArray("subscriptionFilters");
        json.WriteStringValue(filter.Name);
        json.WriteEndArray();
        json.WriteStartArray("logEvents");
        foreach (var entry in events)
        {
            json.WriteStartObject();
            json.WriteString("id", EventIds.Of(entry.Key));
            json.WriteNumber("timestamp", entry.Key.Time);
            json.WriteString("message", entry.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Zip(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return output.ToArray();
    }
}
