using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>
/// The key that a copy is encrypted with. Source: EBS User Guide, "Encryption and snapshot copying"; EC2 API Reference,
/// CopySnapshot and CopyImage.
/// </summary>
internal static class SnapshotKeys
{
    /// <summary>The ARN of the key of a copy, or null for one that is not encrypted.</summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterDependency: a key without encryption; InvalidParameterValue: an encrypted source decrypted, or
    /// no key; UnsupportedOperation: an alias.
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

        return encrypted == true || source?.Encrypted == true || EbsKeys.Settings(call).EncryptionByDefault
            ? EbsKeys.Resolve(call, key)
            : null;
    }
}
