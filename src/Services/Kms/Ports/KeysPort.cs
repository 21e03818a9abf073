using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Ports;

/// <summary>Encrypts and decrypts for other services.</summary>
internal sealed class KeysPort : IKeys
{
    /// <inheritdoc/>
    public KeyFacts Find(Call call, KeyUse use)
    {
        AwsKeys.Awaken(call, use.KeyId, At(call, use));
        return Facts(Places.Of(call, use.KeyId, At(call, use)));
    }

    /// <inheritdoc/>
    public KeyFacts? Seek(ReadCall call, KeyUse use)
    {
        try
        {
            return Facts(Places.Of(call, use.KeyId, At(call, use)));
        }
        catch (ServiceException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public ServiceException? Refusal(ReadCall call, KeyUse use, params IReadOnlyList<string> operations)
    {
        // Nobody used it yet: it will be there once somebody does. It lets in its account, and no services.
        if (AwsKeys.Asleep(call, use.KeyId, At(call, use)) is { } name)
            return use.By is { Role: null } by ? Errors.Denied($"{name} does not let {by.Principal} use it.") : null;
        try
        {
            foreach (var operation in operations) Ciphers.Symmetric(call, use.KeyId, operation, Ask(use));
            return null;
        }
        catch (ServiceException refusal)
        {
            return refusal;
        }
    }

    /// <inheritdoc/>
    public byte[] Encrypt(Call call, KeyUse use, ReadOnlySpan<byte> plaintext)
    {
        AwsKeys.Awaken(call, use.KeyId, At(call, use));
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
        AwsKeys.Awaken(call, use.KeyId, At(call, use));
        var place = Ciphers.Symmetric(call, use.KeyId, "GenerateDataKey", Ask(use));
        var plaintext = Materials.Chance(call, bytes);
        return new(place.Arn, plaintext, Ciphers.Seal(call, place, plaintext, use.Context));
    }

    private static Scope At(ReadCall call, KeyUse use) => use.At ?? call.Scope;

    private static KeyAsk Ask(KeyUse use) => new(use.Context, null, use.Service) { By = use.By, At = use.At };

    private static KeyFacts Facts(KeyPlace place) => new(
        place.Key.Id.Value, place.Arn, place.Key.Manager == KeyManagerType.Aws, place.Key.State == KeyState.Enabled);
}
