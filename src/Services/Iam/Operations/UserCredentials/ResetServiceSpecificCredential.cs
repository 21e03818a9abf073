using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserCredentials;

/// <summary>Replaces the password of a service-specific credential.</summary>
public sealed class ResetServiceSpecificCredential
    : IWriteOperation<ResetServiceSpecificCredentialRequest, ResetServiceSpecificCredentialResult>
{
    /// <inheritdoc/>
    public ResetServiceSpecificCredentialResult Run(ResetServiceSpecificCredentialRequest request, Call call)
    {
        var found = ServiceCredentials.Get(call, request.UserName, request.ServiceSpecificCredentialId!);
        var reset = found with { Secret = ServiceCredentials.NewSecret(call) };
        call.Ours(Tables.ServiceCredentials).Put(reset);
        var name = Holders.UserOf(call, call.Account, reset.User)?.Name ?? "";
        return new() { ServiceSpecificCredential = ServiceCredentials.Show(name, reset) };
    }
}
