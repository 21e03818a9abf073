using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserCredentials;

/// <summary>Removes a service-specific credential.</summary>
public sealed class DeleteServiceSpecificCredential
    : IWriteOperation<DeleteServiceSpecificCredentialRequest, DeleteServiceSpecificCredentialResult>
{
    /// <inheritdoc/>
    public DeleteServiceSpecificCredentialResult Run(DeleteServiceSpecificCredentialRequest request, Call call)
    {
        call.Ours(Tables.ServiceCredentials).Remove(
            ServiceCredentials.Get(call, request.UserName, request.ServiceSpecificCredentialId!).Id);
        return new();
    }
}
