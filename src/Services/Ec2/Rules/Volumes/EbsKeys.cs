using System.Security.Cryptography;
using System.Text;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// The keys of encrypted volumes. Nobody here keeps keys: a well-formed key ID or ARN is taken to exist, AWS's own key
/// of a region has an id made of account and region. Source: EC2 API Reference, CreateVolume (KmsKeyId).
/// </summary>
internal static class EbsKeys
{
    /// <summary>The alias of AWS's own key.</summary>
    public const string Alias = "alias/aws/ebs";

    /// <summary>What the account has set in the region.</summary>
    public static EbsSettingsRecord Settings(ReadCall call) =>
        call.Read(VolumeTables.Settings).Find(EbsSettingsRecord.Key) ?? new();

    /// <summary>The ARN of the key that a request names, or of the default one where it names none.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue, or UnsupportedOperation for an alias.</exception>
    public static string Resolve(ReadCall call, string? key)
    {
        var named = string.IsNullOrEmpty(key) ? Settings(call).KmsKeyId ?? Alias : key;
        var prefix = $"arn:aws:kms:{call.Region}:{call.Account}:";
        var id = named.StartsWith(prefix, StringComparison.Ordinal) ? named[prefix.Length..] : named;
        if (id == Alias)
        {
            return $"{prefix}key/{AwsKey(call.Account, call.Region)}";
        }

        if (id.Contains("alias/", StringComparison.Ordinal))
        {
            throw Errors.NotServed("aliases of KMS keys other than " + Alias);
        }

        // A key of another account stands with its ARN.
        return named.Split(':') is ["arn", _, "kms", var region, { Length: 12 }, var rest] && region == call.Region
                && rest.StartsWith("key/", StringComparison.Ordinal) && IsId(rest[4..]) ? named
            : IsId(named) ? $"{prefix}key/{named}"
            : throw Errors.InvalidParameterValue($"Value ({named}) for parameter KmsKeyId is invalid.");
    }

    /// <summary>Whether a key is AWS's own one of an account and region, which no other account can use.</summary>
    public static bool IsAws(string arn) =>
        arn.Split(':') is [_, _, _, var region, var account, var key] && key == $"key/{AwsKey(account, region)}";

    // Multi-Region keys have 32 digits after their prefix.
    private static bool IsId(string id) => id.StartsWith("mrk-", StringComparison.Ordinal)
        ? id.Length == 36 && !id.AsSpan(4).ContainsAnyExcept("0123456789abcdef")
        : Guid.TryParseExact(id, "D", out _);

    private static string AwsKey(string account, string region) => new Guid(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Alias} {account} {region}")).AsSpan(0, 16)).ToString("D");
}
