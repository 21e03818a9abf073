using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Crypto;
using Orrery.Services.Kms.Loops;
using Orrery.Services.Kms.Records;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Import;

/// <summary>Gives a wrapping key and a token for an import.</summary>
public sealed class GetParametersForImport
    : IWriteOperation<GetParametersForImportRequest, GetParametersForImportResult>
{
    /// <inheritdoc/>
    public GetParametersForImportResult Run(GetParametersForImportRequest request, Call call)
    {
        var place = ImportRules.External(Places.Managed(call, request.KeyId!, "GetParametersForImport"));
        var (algorithm, spec) = (request.WrappingAlgorithm!.Value, request.WrappingKeySpec!.Value);
        if (algorithm is not (AlgorithmSpec.RsaesOaepSha1 or AlgorithmSpec.RsaesOaepSha256
            or AlgorithmSpec.RsaAesKeyWrapSha1 or AlgorithmSpec.RsaAesKeyWrapSha256))
            throw Errors.NotServed($"WrappingAlgorithm {algorithm.ToWire()}");
        if (spec == WrappingKeySpec.Sm2) throw Errors.NotServed("WrappingKeySpec SM2");
        var wrapping = KeySpecWire.Parse(spec.ToWire())!.Value;
        var import = new ImportRecord
        {
            Token = new(Convert.ToHexStringLower(Materials.Chance(call, 64))),
            KeyId = place.Key.Id.Value,
            Algorithm = algorithm,
            Bytes = Pairs.NewRsa(KeySpecs.Bits(wrapping)),
            ValidTo = call.Now.AddHours(24),
        };
        call.Write(Tables.Imports, place.Scope).Put(import);
        call.Schedule(ImportLoop.TimerKind, import.ValidTo, import.Token.Value, place.Scope);
        return new()
        {
            KeyId = place.Arn,
            ImportToken = Convert.FromHexString(import.Token.Value),
            PublicKey = Pairs.Public(wrapping, import.Bytes),
            ParametersValidTo = import.ValidTo,
        };
    }
}
