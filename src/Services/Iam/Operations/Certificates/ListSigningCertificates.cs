using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Certificates;

/// <summary>The certificates that a user signs with.</summary>
public sealed class ListSigningCertificates
    : IReadOperation<ListSigningCertificatesRequest, ListSigningCertificatesResult>
{
    /// <inheritdoc/>
    public ListSigningCertificatesResult Run(ListSigningCertificatesRequest request, ReadCall call)
    {
        var user = Holders.UserOrCaller(call, request.UserName);
        var page = Page.Of(
            call.Mine(Tables.SigningCertificates).By(Tables.SigningByUser, Devices.Owner(call, user)), c => c.Id.Value,
            request.Marker, request.MaxItems);
        return new()
        {
            Certificates = page.Of(c => SigningCertificates.Show(user?.Name ?? "", c)).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
