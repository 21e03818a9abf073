using Orrery.Wire.Signing;

namespace Orrery.Tests.Unit.Wire.Support;

/// <summary>The access keys of a test.</summary>
internal sealed class Keys(params SigningCredential[] keys) : ICredentialSource
{
    /// <summary>The key of AWS's S3 examples.</summary>
    public static readonly SigningCredential Example =
        new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    public SigningCredential? Find(string accessKeyId) => Array.Find(keys, k => k.AccessKeyId == accessKeyId);
}
