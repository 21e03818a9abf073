using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Orrery.Contracts.Identity;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Access;

/// <summary>
/// Access control lists written as policies, so that one engine decides about both. Source: S3 user guide, "Access
/// control list (ACL) overview", "Mapping of ACL permissions and access policy permissions".
/// </summary>
internal static class AclTexts
{
    private const string NoGrants = "";

    private static readonly Dictionary<string, string[]> OfBuckets = new(StringComparer.Ordinal)
    {
        ["READ"] = ["s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"],
        ["WRITE"] = ["s3:PutObject"],
        ["READ_ACP"] = ["s3:GetBucketAcl"],
        ["WRITE_ACP"] = ["s3:PutBucketAcl"],
    };

    private static readonly Dictionary<string, string[]> OfObjects = new(StringComparer.Ordinal)
    {
        ["READ"] = ["s3:GetObject", "s3:GetObjectVersion"],
        ["WRITE"] = [],
        ["READ_ACP"] = ["s3:GetObjectAcl", "s3:GetObjectVersionAcl"],
        ["WRITE_ACP"] = ["s3:PutObjectAcl", "s3:PutObjectVersionAcl"],
    };

    // Kept with the list, by kind of what it is on and whether public grants count.
    private static readonly ConditionalWeakTable<AclRecord, string>[] Kept = [[], [], [], []];

    /// <summary>The policy of a list; null where it grants nothing to others.</summary>
    /// <param name="acl">The list.</param>
    /// <param name="arn">The ARN of the bucket or object.</param>
    /// <param name="isBucket">Whether it is a bucket's.</param>
    /// <param name="ignoresPublic">Whether grants to everybody count for nothing.</param>
    public static PolicyText? Of(AclRecord? acl, string arn, bool isBucket, bool ignoresPublic)
    {
        if (acl is null) return null;
        var kept = Kept[(isBucket ? 1 : 0) + (ignoresPublic ? 2 : 0)];
        var text = kept.GetValue(acl, list => Write(list, isBucket ? OfBuckets : OfObjects, ignoresPublic));
        return text == NoGrants ? null : new(arn + "#acl", text);
    }

    private static string Write(AclRecord acl, Dictionary<string, string[]> actions, bool ignoresPublic)
    {
        var count = 0;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("Version", "2012-10-17");
            json.WriteStartArray("Statement");
            foreach (var grant in acl.Grants)
            {
                string[] allowed = grant.Permission == "FULL_CONTROL"
                    ? [.. actions.Values.SelectMany(static some => some)]
                    : actions[grant.Permission];
                if (allowed.Length == 0 || grant.Grantee == Grantees.LogDelivery) continue;
                if (ignoresPublic && Grantees.IsPublic(grant.Grantee)) continue;
                Write(json, grant.Grantee, allowed);
                count++;
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return count == 0 ? NoGrants : Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string grantee, string[] actions)
    {
        json.WriteStartObject();
        json.WriteString("Effect", "Allow");
        json.WriteStartObject("Principal");
        var isGroup = Grantees.IsGroup(grantee);
        json.WriteString(isGroup ? "AWS" : "CanonicalUser", isGroup ? "*" : grantee);
        json.WriteEndObject();
        json.WriteStartArray("Action");
        foreach (var action in actions) json.WriteStringValue(action);
        json.WriteEndArray();
        json.WriteString("Resource", "*");
        if (grantee == Grantees.Authenticated)
        {
            json.WriteStartObject("Condition");
            json.WriteStartObject("Null");
            json.WriteString("aws:PrincipalAccount", "false");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
