using System.Text;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.KeyPairs;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.KeyPairs;

/// <summary>
/// Takes the public half of a key pair that somebody made elsewhere: RSA of 1024, 2048 or 4096 bits, or ED25519, in
/// OpenSSH's form.
/// </summary>
public sealed class ImportKeyPair : IWriteOperation<ImportKeyPairRequest, ImportKeyPairResult>
{
    /// <inheritdoc/>
    public ImportKeyPairResult Run(ImportKeyPairRequest request, Call call)
    {
        var key = SshPublicKey.Parse(Encoding.UTF8.GetString(request.PublicKeyMaterial!.Value.Span));
        var pair = KeyPairRules.Put(call, request.KeyName!, (key, key.Fingerprint()), request.TagSpecifications);
        return new()
        {
            KeyPairId = pair.Id.Value,
            KeyName = pair.Name,
            KeyFingerprint = pair.Fingerprint,
            Tags = TagStore.View(call, pair.Id.Value),
        };
    }
}
