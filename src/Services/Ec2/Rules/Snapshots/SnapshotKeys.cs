using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>
/// The key that a copy is encrypted with. Source: EBS User Guide, "Encryption and snapshot copying"; EC2 API Reference,
/// CopySnapshot and CopyImage. Keys are taken to exist: there is no KMS here yet.
/// </summary>
internal static class SnapshotKeys
{
    private const string Default = "alias/aws/ebs";

    /// <summary>The ARN of the key of a copy, or null for one that is not encrypted.</summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterDependency: a key without encryption; InvalidParameterValue: an encrypted source decrypted.
    /// </exception>
    public static string? OfCopy(ReadCall call, bool? encrypted, string? key, SnapshotRecord? source)
    {
        if (key is { Length: > 0 } && encrypted != true)
        {
            throw new ServiceException(
                "InvalidParameterDependency", "The parameter KmsKeyId requires the parameter Encrypted to be set.");
        }

        // The wording is guessed.
        if (encrypted == false && source?.Encrypted == true)
        {
            throw Errors.InvalidParameterValue(
                $"The copy of the encrypted snapshot '{source.Id}' cannot be unencrypted.");
        }

        var settings = call.Read(VolumeTables.Settings).Find(EbsSettingsRecord.Key);
        return encrypted == true || source?.Encrypted == true || settings?.EncryptionByDefault == true
            ? Arn(call, key is { Length: > 0 } ? key : settings?.KmsKeyId ?? Default)
            : null;
    }

    /// <summary>Whether a key is the one that AWS keeps for EBS, which no other account can use.</summary>
    public static bool IsDefault(string key) => key.EndsWith(Default, StringComparison.Ordinal);

    private static string Arn(ReadCall call, string key) => key switch
    {
        ['a', 'r', 'n', ':', ..] => key,
        ['a', 'l', 'i', 'a', 's', '/', ..] => $"arn:aws:kms:{call.Region}:{call.Account}:{key}",
        _ => $"arn:aws:kms:{call.Region}:{call.Account}:key/{key}",
    };
}
