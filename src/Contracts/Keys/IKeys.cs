using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Keys;

/// <summary>
/// Encrypts and decrypts for services under symmetric KMS keys, on behalf of who calls. Refusals are KMS's own
/// (NotFoundException, DisabledException, KMSInvalidStateException, AccessDeniedException ...): a service that words
/// them otherwise catches them.
/// </summary>
public interface IKeys
{
    /// <summary>The key, made where it is an AWS managed one that nobody used before.</summary>
    /// <exception cref="ServiceException">There is no such key.</exception>
    KeyFacts Find(Call call, KeyUse use);

    /// <summary>The key, or null; an AWS managed one that nobody used is not made.</summary>
    KeyFacts? Seek(ReadCall call, KeyUse use);

    /// <summary>Why a key cannot be used now for something; null where it can. Nothing is encrypted for it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="use">The key; it has to be a symmetric one.</param>
    /// <param name="operations">What has to be allowed: <c>GenerateDataKey</c>, <c>Decrypt</c> …</param>
    ServiceException? Refusal(ReadCall call, KeyUse use, params IReadOnlyList<string> operations);

    /// <summary>Encrypts up to 4,096 bytes.</summary>
    /// <exception cref="ServiceException">The key cannot be used.</exception>
    byte[] Encrypt(Call call, KeyUse use, ReadOnlySpan<byte> plaintext);

    /// <summary>Decrypts what this key encrypted in this context.</summary>
    /// <exception cref="ServiceException">The key cannot be used, or it is not its ciphertext.</exception>
    OpenedText Decrypt(ReadCall call, KeyUse use, ReadOnlySpan<byte> ciphertext);

    /// <summary>Makes a data key.</summary>
    /// <exception cref="ServiceException">The key cannot be used.</exception>
    DataKey NewDataKey(Call call, KeyUse use, int bytes = 32);
}
