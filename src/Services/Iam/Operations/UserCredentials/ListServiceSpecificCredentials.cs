using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserCredentials;

/// <summary>The service-specific credentials of a user, or of all, without their passwords.</summary>
public sealed class ListServiceSpecificCredentials
    : IReadOperation<ListServiceSpecificCredentialsRequest, ListServiceSpecificCredentialsResult>
{
    /// <inheritdoc/>
    public ListServiceSpecificCredentialsResult Run(ListServiceSpecificCredentialsRequest request, ReadCall call)
    {
        var table = call.Mine(Tables.ServiceCredentials);
        var mine = request.AllUsers == true
            ? table.All()
            : table.By(Tables.ServiceCredentialsByUser, Devices.OwnerOf(call, request.UserName));
        var page = Page.Of(
            mine.Where(c => request.ServiceName is null || c.Service == request.ServiceName), c => c.Id.Value,
            request.Marker, request.MaxItems);
        return new()
        {
            ServiceSpecificCredentials = page.Of(c => new ServiceSpecificCredentialMetadata
            {
                UserName = Holders.UserOf(call, call.Account, c.User)?.Name,
                Status = KeyRules.Status(c.IsActive),
                ServiceUserName = c.ServiceUser,
                CreateDate = c.CreatedAt,
                ServiceSpecificCredentialId = c.Id.Value,
                ServiceName = c.Service,
            }).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
