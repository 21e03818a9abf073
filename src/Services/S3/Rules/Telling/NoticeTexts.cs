using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Orrery.Contracts.Identity;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Delivering;

namespace Orrery.Services.S3.Rules.Telling;

/// <summary>
/// What notifications say. Sources: S3 user guide, "Event message structure"; EventBridge Events Reference, "Amazon S3
/// events". The address of the client is not known where they are written: it is that of this machine.
/// </summary>
internal static class NoticeTexts
{
    private const string Address = "127.0.0.1";

    /// <summary>The message for queues, topics and functions.</summary>
    public static string Record(Call call, Happening told, string configuration)
    {
        var (place, version, notice, _) = told;
        return Json(json =>
        {
            json.WriteStartArray("Records");
            json.WriteStartObject();
            json.WriteString("eventVersion", notice.Version);
            json.WriteString("eventSource", "aws:s3");
            json.WriteString("awsRegion", place.Scope.Region);
            json.WriteString("eventTime", Instant(call.Now));
            json.WriteString("eventName", notice.Event);
            Person(json, "userIdentity", call.Caller.UserId);
            json.WriteStartObject("requestParameters");
            json.WriteString("sourceIPAddress", Address);
            json.WriteEndObject();
            json.WriteStartObject("responseElements");
            json.WriteString("x-amz-request-id", call.RequestId);
            json.WriteString("x-amz-id-2", call.RequestId);
            json.WriteEndObject();
            json.WriteStartObject("s3");
            json.WriteString("s3SchemaVersion", "1.0");
            json.WriteString("configurationId", configuration);
            json.WriteStartObject("bucket");
            json.WriteString("name", place.Name);
            Person(json, "ownerIdentity", CanonicalUser.IdOf(place.Scope.Account));
            json.WriteString("arn", $"arn:aws:s3:::{place.Name}");
            json.WriteEndObject();
            json.WriteStartObject("object");
            json.WriteString("key", WebUtility.UrlEncode(version.Key));
            Object(json, told, "eTag", "versionId");
            json.WriteEndObject();
            json.WriteEndObject();
            if (version.Restore is { } restore && notice == Notice.Restored) Glacier(json, version, restore);
            if (told.Failure is { } failure) Replication(json, version, failure);
            json.WriteEndObject();
            json.WriteEndArray();
        });
    }

    /// <summary>The detail for EventBridge.</summary>
    public static string Detail(Call call, Happening told) => Json(json =>
    {
        var (place, version, notice, _) = told;
        json.WriteString("version", "0");
        json.WriteStartObject("bucket");
        json.WriteString("name", place.Name);
        json.WriteEndObject();
        json.WriteStartObject("object");
        json.WriteString("key", version.Key);
        Object(json, told, "etag", "version-id");
        json.WriteEndObject();
        json.WriteString("request-id", call.RequestId);
        json.WriteString(
            "requester", call.Caller.Kind is CallerKind.Kernel ? Deliveries.Service : call.Caller.Account);
        json.WriteString("source-ip-address", Address);
        json.WriteString("reason", notice.Reason);
        if (notice.DeletionOf(version) is { } deletion) json.WriteString("deletion-type", deletion);
        if (notice == Notice.Moved) json.WriteString("destination-storage-class", version.StorageClass);
        if (version.Restore is { } restore && notice == Notice.Restored)
        {
            json.WriteString("restore-expiry-time", Instant(restore.Expiry));
            json.WriteString("source-storage-class", version.StorageClass);
        }
    });

    /// <summary>The message by which a destination is tried.</summary>
    public static string Test(Call call, Place place) => Json(json =>
    {
        json.WriteString("Service", "Amazon S3");
        json.WriteString("Event", "s3:TestEvent");
        json.WriteString("Time", Instant(call.Now));
        json.WriteString("Bucket", place.Name);
        json.WriteString("RequestId", call.RequestId);
        json.WriteString("HostId", call.RequestId);
    });

    private static void Object(Utf8JsonWriter json, Happening told, string etag, string id)
    {
        var version = told.Version;
        if (!version.IsMarker)
        {
            json.WriteNumber("size", version.Size);
            json.WriteString(etag, version.ETag.Trim('"'));
        }

        if (Writing.ShownId(told.Place, version) is { } shown) json.WriteString(id, shown);
        json.WriteString("sequencer", told.Sequencer);
    }

    // S3 user guide, "Receiving replication failure events with Amazon S3 Event Notifications". What other operations
    // than puts are called there is not documented.
    private static void Replication(Utf8JsonWriter json, VersionRecord version, Unreplicated failure)
    {
        json.WriteStartObject("replicationEventData");
        json.WriteString("replicationRuleId", failure.Rule);
        json.WriteString("destinationBucket", failure.Target);
        json.WriteString("s3Operation", "OBJECT_PUT");
        json.WriteString("requestTime", Instant(version.Modified));
        json.WriteString("failureReason", failure.Reason);
        json.WriteEndObject();
    }

    private static void Glacier(Utf8JsonWriter json, VersionRecord version, RestoreRecord restore)
    {
        json.WriteStartObject("glacierEventData");
        json.WriteStartObject("restoreEventData");
        json.WriteString("lifecycleRestorationExpiryTime", Instant(restore.Expiry));
        json.WriteString("lifecycleRestoreStorageClass", version.StorageClass);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Person(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("principalId", id);
        json.WriteEndObject();
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
