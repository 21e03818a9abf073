using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Import;

/// <summary>Deletes the secret of a key; the key waits for it again.</summary>
public sealed class DeleteImportedKeyMaterial
    : IWriteOperation<DeleteImportedKeyMaterialRequest, DeleteImportedKeyMaterialResult>
{
    /// <inheritdoc/>
    public DeleteImportedKeyMaterialResult Run(DeleteImportedKeyMaterialRequest request, Call call)
    {
        var place = ImportRules.External(Places.Managed(call, request.KeyId!, "DeleteImportedKeyMaterial"));
        var material = request.KeyMaterialId is { } id
            ? Materials.Find(call, place, id) ?? throw Errors.NotFound($"Key material {id} does not exist")
            : Materials.Current(call, place);
        if (material?.Bytes is not null) ImportRules.Forget(call, place, material);
        return new() { KeyId = place.Arn, KeyMaterialId = material?.MaterialId ?? "" };
    }
}
