using System.Globalization;
using System.Text.Json;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Tiering;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>Lines and manifests of inventories. Sources: S3 user guide, "Amazon S3 Inventory list", "Locating your
/// inventory list".</summary>
internal static class InventoryText
{
    private const string Version = "2016-11-30";

    /// <summary>The names of the columns.</summary>
    public static string Schema(InventoryConfiguration wanted)
    {
        List<string> names = ["Bucket", "Key"];
        if (IsOfAll(wanted)) names.AddRange(["VersionId", "IsLatest", "IsDeleteMarker"]);
        names.AddRange(Fields(wanted).Select(static field => field.ToWire()));
        return string.Join(", ", names);
    }

    /// <summary>The line of a version.</summary>
    public static string Line(
        ReadCall call, Place place, InventoryConfiguration wanted, VersionRecord version, bool isLatest)
    {
        var key = Uri.EscapeDataString(version.Key).Replace("%2F", "/", StringComparison.Ordinal);
        List<string> values = [place.Name, key];
        if (IsOfAll(wanted))
        {
            values.Add(version.IsNull ? "" : version.VersionId);
            values.Add(Bool(isLatest));
            values.Add(Bool(version.IsMarker));
        }

        values.AddRange(Fields(wanted).Select(field => Value(call, place, version, field)));
        return string.Join(',', values.Select(static value => $"\"{value}\"")) + "\n";
    }

    /// <summary>The manifest of an inventory.</summary>
    public static byte[] Manifest(Place place, InventoryConfiguration wanted, ReportRecord report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("sourceBucket", place.Name);
            json.WriteString("destinationBucket", wanted.Destination!.S3BucketDestination!.Bucket);
            json.WriteString("version", Version);
            json.WriteString(
                "creationTimestamp",
                report.Begun.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
            json.WriteString("fileFormat", "CSV");
            json.WriteString("fileSchema", Schema(wanted));
            json.WriteStartArray("files");
            foreach (var file in report.Files)
            {
                json.WriteStartObject();
                json.WriteString("key", file.Key);
                json.WriteNumber("size", file.Size);
                json.WriteString("MD5checksum", file.Md5);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Whether all versions are listed.</summary>
    public static bool IsOfAll(InventoryConfiguration wanted) =>
        wanted.IncludedObjectVersions is InventoryIncludedObjectVersions.All;

    // In AWS's order, whatever that of the configuration.
    private static IEnumerable<InventoryOptionalField> Fields(InventoryConfiguration wanted) =>
        (wanted.OptionalFields ?? []).Order();

    private static string Value(ReadCall call, Place place, VersionRecord version, InventoryOptionalField field)
    {
        if (field is InventoryOptionalField.LastModifiedDate) return Instant(version.Modified);
        if (field is InventoryOptionalField.ObjectOwner) return Contracts.Identity.CanonicalUser.IdOf(version.Owner);
        if (version.IsMarker) return "";
        return field switch
        {
            InventoryOptionalField.Size => version.Size.ToString(CultureInfo.InvariantCulture),
            InventoryOptionalField.StorageClass => version.StorageClass,
            InventoryOptionalField.ETag => version.ETag.Trim('"'),
            InventoryOptionalField.IsMultipartUploaded => Bool(version.Parts is not null),
            InventoryOptionalField.ReplicationStatus => version.ReplicationShown ?? "",
            InventoryOptionalField.EncryptionStatus => Encryption(version.Encryption),
            InventoryOptionalField.ObjectLockRetainUntilDate =>
                version.Retention is { } kept ? Instant(kept.Until) : "",
            InventoryOptionalField.ObjectLockMode => version.Retention?.Mode ?? "",
            InventoryOptionalField.ObjectLockLegalHoldStatus => version.HasLegalHold switch
            {
                true => "ON",
                false => "OFF",
                null => "",
            },
            InventoryOptionalField.IntelligentTieringAccessTier => Tiers.Of(place, version, call.Now) ?? "",
            InventoryOptionalField.BucketKeyStatus => Encrypting.Kms.Is(version.Encryption?.Algorithm)
                ? version.Encryption!.HasBucketKey ? "ENABLED" : "DISABLED"
                : "",
            InventoryOptionalField.ChecksumAlgorithm =>
                version.Checksum is { } sum ? Sums.NameOf(sum.Kind) : "",
            InventoryOptionalField.ObjectAccessControlList => List(version),
            _ => Ageing.Ageing.End(call, place, version) is { } end ? Instant(end.Due) : "",
        };
    }

    private static string Encryption(EncryptionRecord? encryption) => encryption switch
    {
        { CustomerKey: not null } => "SSE-C",
        { Algorithm: "aws:kms" } => "SSE-KMS",
        { Algorithm: "aws:kms:dsse" } => "DSSE-KMS",
        not null => "SSE-S3",
        null => "NOT-SSE",
    };

    // Base64 of JSON: S3 user guide, "Working with the Object ACL field".
    private static string List(VersionRecord version)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("version", "2022-11-10");
            json.WriteString("status", "AVAILABLE");
            json.WriteStartArray("grants");
            foreach (var grant in Acls.View(version.Acl, version.Owner))
            {
                json.WriteStartObject();
                if (grant.Grantee!.ID is { } id) json.WriteString("canonicalId", id);
                else json.WriteString("uri", grant.Grantee.URI);
                json.WriteString("type", grant.Grantee.Type?.ToWire());
                json.WriteString("permission", grant.Permission?.ToWire());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Convert.ToBase64String(bytes.ToArray());
    }

    private static string Bool(bool value) => value ? "true" : "false";

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
