using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.KeyPairs;

/// <summary>Key pairs by name. Source: EC2 API Reference, CreateKeyPair and ImportKeyPair (names of 255 ASCII
/// characters); "Error codes for the Amazon EC2 API".</summary>
internal static class KeyPairRules
{
    private const int LongestName = 255;

    /// <summary>Puts a new key pair.</summary>
    /// <exception cref="ServiceException">InvalidKeyPair.Duplicate, InvalidParameterValue, or the quota's.</exception>
    public static KeyPairRecord Put(
        Call call, string name, (SshPublicKey Key, string Fingerprint) of, IReadOnlyList<TagSpecification>? tags)
    {
        CheckName(call, name);
        InstanceLimits.CheckKeyPairs(call);
        var pair = new KeyPairRecord
        {
            Id = call.NewId<KeyPairId>(),
            Name = name,
            Type = of.Key.Type,
            Fingerprint = of.Fingerprint,
            PublicKey = of.Key.Line(name),
            CreateTime = call.Now,
        };
        call.Write(InstanceTables.KeyPairs).Put(pair);
        TagStore.PutNew(call, InstanceKinds.KeyPair, pair.Id.Value, tags);
        return pair;
    }

    /// <summary>The key pair of a name, or null.</summary>
    public static KeyPairRecord? Find(ReadCall call, string name) =>
        call.Read(InstanceTables.KeyPairs).By(InstanceTables.KeyPairsByName, name).FirstOrDefault();

    /// <summary>InvalidKeyPair.NotFound.</summary>
    public static ServiceException NotFound(string name) =>
        new("InvalidKeyPair.NotFound", $"The key pair '{name}' does not exist");

    private static void CheckName(ReadCall call, string name)
    {
        if (name.Length is 0 or > LongestName || name.Any(c => c is < ' ' or > '~'))
        {
            throw Errors.InvalidParameterValue(
                $"A key pair's name has 1 to {LongestName} ASCII characters: '{name}' has not.");
        }

        if (Find(call, name) is not null)
        {
            throw new ServiceException("InvalidKeyPair.Duplicate", $"The keypair '{name}' already exists.");
        }
    }
}
