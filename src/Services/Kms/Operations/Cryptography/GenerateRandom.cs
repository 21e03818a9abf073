using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Cryptography;

/// <summary>Gives random bytes, of the world's chance.</summary>
public sealed class GenerateRandom : IWriteOperation<GenerateRandomRequest, GenerateRandomResult>
{
    /// <inheritdoc/>
    public GenerateRandomResult Run(GenerateRandomRequest request, Call call)
    {
        Errors.RefuseRecipient(request.Recipient);
        if (request.CustomKeyStoreId is not null) throw Errors.NotServed("CustomKeyStoreId (custom key stores)");
        return request.NumberOfBytes is { } length
            ? new() { Plaintext = Materials.Chance(call, length) }
            : throw Errors.Validation("NumberOfBytes is required.");
    }
}
