using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Crypto;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Import;

/// <summary>Imports material, new or that which was there before.</summary>
public sealed class ImportKeyMaterial : IWriteOperation<ImportKeyMaterialRequest, ImportKeyMaterialResult>
{
    /// <inheritdoc/>
    public ImportKeyMaterialResult Run(ImportKeyMaterialRequest request, Call call)
    {
        var place = ImportRules.External(Places.Managed(call, request.KeyId!, "ImportKeyMaterial"));
        var ends = Ends(call, request);
        var import = call.Read(Tables.Imports, place.Scope)
            .Find(new(Convert.ToHexStringLower(request.ImportToken!.Value.Span)));
        if (import is null || import.KeyId != place.Key.Id.Value)
            throw new ServiceException("InvalidImportTokenException", "The import token is not valid for this key.");
        if (import.ValidTo <= call.Now)
            throw new ServiceException("ExpiredImportTokenException", "The import token has expired.");
        var bytes = Wrapping.Open(import.Bytes, import.Algorithm, request.EncryptedKeyMaterial!.Value.Span)
            ?? throw Errors.Ciphertext();
        if (!ImportRules.Fits(place.Key.Spec, bytes))
            throw new ServiceException(
                "IncorrectKeyMaterialException", $"The key material is none for a {place.Key.Spec.ToWire()} key.");
        var material = ImportRules.Version(call, place, bytes, request.ImportType);
        if (request.KeyMaterialId is { } wanted && wanted != material.MaterialId)
            throw new ServiceException(
                "IncorrectKeyMaterialException", "The key material is not that which KeyMaterialId names.");
        ImportRules.Put(call, place, material with
        {
            ValidTo = ends, Description = request.KeyMaterialDescription ?? material.Description,
        });
        return new() { KeyId = place.Arn, KeyMaterialId = material.MaterialId };
    }

    private static DateTimeOffset? Ends(ReadCall call, ImportKeyMaterialRequest request)
    {
        const int most = 365;
        if (request.ExpirationModel == ExpirationModelType.KeyMaterialDoesNotExpire)
            return request.ValidTo is null ? null
                : throw Errors.Validation("ValidTo must not be given with KEY_MATERIAL_DOES_NOT_EXPIRE.");
        if (request.ValidTo is not { } end)
            throw Errors.Validation("A ValidTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES");
        return end > call.Now && end <= call.Now.AddDays(most)
            ? end : throw Errors.Validation($"ValidTo must be within {most} days from now.");
    }
}
