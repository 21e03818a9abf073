using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.KeyPairs;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.KeyPairs;

/// <summary>Makes a key pair, keeps its public half and tells its private one.</summary>
public sealed class CreateKeyPair : IWriteOperation<CreateKeyPairRequest, CreateKeyPairResult>
{
    /// <inheritdoc/>
    public CreateKeyPairResult Run(CreateKeyPairRequest request, Call call)
    {
        if (request.KeyFormat == KeyFormat.Ppk)
        {
            throw Errors.NotServed("keys in PuTTY's form (KeyFormat ppk)");
        }

        var name = request.KeyName!;
        if (request.KeyType == KeyType.Ed25519)
        {
            var key = new Ed25519PrivateKey(call.Random);
            return View(call, Put(request, call, key.PublicKey, key.PublicKey.Fingerprint()), key.Pem(name));
        }

        var rsa = new RsaPrivateKey(call.Random);
        return View(call, Put(request, call, rsa.PublicKey, rsa.Fingerprint()), rsa.Pem());
    }

    private static KeyPairRecord Put(CreateKeyPairRequest request, Call call, SshPublicKey key, string fingerprint) =>
        KeyPairRules.Put(call, request.KeyName!, (key, fingerprint), request.TagSpecifications);

    private static CreateKeyPairResult View(ReadCall call, KeyPairRecord pair, string material) => new()
    {
        KeyPairId = pair.Id.Value,
        KeyName = pair.Name,
        KeyFingerprint = pair.Fingerprint,
        KeyMaterial = material,
        Tags = TagStore.View(call, pair.Id.Value),
    };
}
