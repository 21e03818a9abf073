using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Certificates;

/// <summary>Removes a certificate. No service of Orrery uses one yet, so none can be in the way.</summary>
public sealed class DeleteServerCertificate
    : IWriteOperation<DeleteServerCertificateRequest, DeleteServerCertificateResult>
{
    /// <inheritdoc/>
    public DeleteServerCertificateResult Run(DeleteServerCertificateRequest request, Call call)
    {
        call.Ours(Tables.ServerCertificates).Remove(ServerCertificates.Get(call, request.ServerCertificateName).Key);
        return new();
    }
}
