using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserCredentials;

/// <summary>Switches a service-specific credential on or off.</summary>
public sealed class UpdateServiceSpecificCredential
    : IWriteOperation<UpdateServiceSpecificCredentialRequest, UpdateServiceSpecificCredentialResult>
{
    /// <inheritdoc/>
    public UpdateServiceSpecificCredentialResult Run(UpdateServiceSpecificCredentialRequest request, Call call)
    {
        var found = ServiceCredentials.Get(call, request.UserName, request.ServiceSpecificCredentialId!);
        call.Ours(Tables.ServiceCredentials).Put(found with { IsActive = KeyRules.IsActive(request.Status) });
        return new();
    }
}
