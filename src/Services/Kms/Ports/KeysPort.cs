using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Ports;

/// <summary>Encrypts and decrypts for other services.</summary>
internal sealed class KeysPort : IKeys
{
    /// <inheritdoc/>
    public KeyFacts Find(Call call, KeyUse use)
    {
        AwsKeys.Awaken(call, use.KeyId);
        return Facts(Places.Of(call, use.KeyId));
    }

    /// <inheritdoc/>
    public KeyFacts? Seek(ReadCall call, KeyUse use)
    {
        try
        {
            return Facts(Places.Of(call, use.KeyId));
        }
        catch (ServiceException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public byte[] Encrypt(Call call, KeyUse use, ReadOnlySpan<byte> plaintext)
    {
        AwsKeys.Awaken(call, use.KeyId);
        var place = Ciphers.Symmetric(call, use.KeyId, "Encrypt", Ask(use));
        return Ciphers.Seal(call, place, plaintext, use.Context);
    }

    /// <inheritdoc/>
    public OpenedText Decrypt(ReadCall call, KeyUse use, ReadOnlySpan<byte> ciphertext)
    {
        var opened = Ciphers.Open(call, ciphertext.ToArray(), new(use.KeyId, null, "Decrypt"), Ask(use));
        return new(opened.Place.Arn, opened.Plaintext);
    }

    /// <inheritdoc/>
    public DataKey NewDataKey(Call call, KeyUse use, int bytes = 32)
    {
        AwsKeys.Awaken(call, use.KeyId);
        var place = Ciphers.Symmetric(call, use.KeyId, "GenerateDataKey", Ask(use));
        var plaintext = Materials.Chance(call, bytes);
        return new(place.Arn, plaintext, Ciphers.Seal(call, place, plaintext, use.Context));
    }

    private static KeyAsk Ask(KeyUse use) => new(use.Context, null, use.Service);

    private static KeyFacts Facts(KeyPlace place) => new(
        place.Key.Id.Value, place.Arn, place.Key.Manager == KeyManagerType.Aws, place.Key.State == KeyState.Enabled);
}
