using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.KeyPairs;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.KeyPairs;

/// <summary>
/// Deletes a key pair by name or id; instances keep the key that they were given. One that does not exist is no error
/// (botocore's examples and clients rely on it).
/// </summary>
public sealed class DeleteKeyPair : IWriteOperation<DeleteKeyPairRequest, DeleteKeyPairResult>
{
    /// <inheritdoc/>
    public DeleteKeyPairResult Run(DeleteKeyPairRequest request, Call call)
    {
        var pair = Find(request, call);
        if (pair is not null)
        {
            call.Write(InstanceTables.KeyPairs).Remove(pair.Id);
            TagStore.Forget(call, pair.Id.Value);
        }

        return new() { Return = true, KeyPairId = pair?.Id.Value };
    }

    private static KeyPairRecord? Find(DeleteKeyPairRequest request, ReadCall call) =>
        (request.KeyPairId, request.KeyName) switch
        {
            ({ } id, _) => call.Read(InstanceTables.KeyPairs).Find(new KeyPairId(id)),
            (_, { } name) => KeyPairRules.Find(call, name),
            _ => throw Errors.Missing("KeyName or KeyPairId"),
        };
}
