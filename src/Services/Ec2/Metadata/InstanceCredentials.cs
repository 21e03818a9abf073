using System.Globalization;
using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;

namespace Orrery.Services.Ec2.Metadata;

/// <summary>
/// The credentials of its role that an instance is given. They are made when the instance asks, and anew when little of
/// their time is left, or the profile has another role. Source: IAM User Guide, "Use an IAM role to grant permissions
/// to applications running on Amazon EC2 instances"; EC2 User Guide, "Retrieve security credentials from instance
/// metadata": new ones are there at least five minutes before the old ones expire. That they last six hours is what
/// clients see.
/// </summary>
internal static class InstanceCredentials
{
    private const string Path = "meta-data/iam/security-credentials/";
    private const string Service = "ec2.amazonaws.com";

    private static readonly TimeSpan Duration = TimeSpan.FromHours(6);
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(15);

    /// <summary>Whether a path is that of some role's credentials.</summary>
    public static bool IsAskedFor(string path) =>
        MetadataVersions.Rest(path)?.Trim('/') is { } rest
        && rest.StartsWith(Path, StringComparison.Ordinal) && rest.Length > Path.Length;

    /// <summary>Whether the instance should be given new ones.</summary>
    public static bool IsStale(ReadCall call, InstanceId id) =>
        call.FindPort<IRoleSessions>() is not null
        && InstanceProfiles.Of(call, id) is { } profile
        && InstanceProfiles.RoleArnOf(call, profile) is { } role
        && (profile.CredentialsOf != role || profile.Credentials!.Expiration - call.Now <= Early);

    /// <summary>Makes new ones where that is due; none where the role does not trust EC2.</summary>
    public static void Renew(Call call, InstanceId id)
    {
        if (!IsStale(call, id)) return;
        var profile = InstanceProfiles.Of(call, id)!;
        var role = InstanceProfiles.RoleArnOf(call, profile)!;
        var made = call.Port<IRoleSessions>().Open(call, role, Service, id.Value, Duration);
        call.Write(VolumeTables.Profiles).Put(
            profile with { Credentials = made, CredentialsOf = made is null ? null : role });
    }

    /// <summary>What the instance is told; where there are none, why.</summary>
    public static string Text(ReadCall call, ProfileAssociationRecord profile, string role)
    {
        if (call.FindPort<IRoleSessions>() is null)
            return Failure(profile.Timestamp, "NotServed", "There is nobody here who gives credentials of roles.");
        if (profile.Credentials is not { } credentials
            || profile.CredentialsOf != InstanceProfiles.RoleArnOf(call, profile))
        {
            return Failure(
                call.Now, "AssumeRoleUnauthorizedAccess",
                $"EC2 cannot assume the role {role}. Its trust policy has to let {Service} assume it.");
        }

        return $$"""
            {
              "Code" : "Success",
              "LastUpdated" : "{{Instant(credentials.IssuedAt)}}",
              "Type" : "AWS-HMAC",
              "AccessKeyId" : "{{credentials.AccessKeyId}}",
              "SecretAccessKey" : "{{credentials.SecretAccessKey}}",
              "Token" : "{{credentials.SessionToken}}",
              "Expiration" : "{{Instant(credentials.Expiration)}}"
            }
            """;
    }

    private static string Failure(DateTimeOffset at, string code, string message) => $$"""
        {
          "Code" : "{{code}}",
          "Message" : "{{message}}",
          "LastUpdated" : "{{Instant(at)}}"
        }
        """;

    private static string Instant(DateTimeOffset at) =>
        at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
