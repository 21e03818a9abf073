namespace Orrery.Services.Organizations.Operations.Organization;

/// <summary>Shows the organization that the caller's account is in.</summary>
public sealed class DescribeOrganization : IReadOperation<DescribeOrganizationRequest, DescribeOrganizationResult>
{
    /// <inheritdoc/>
    public DescribeOrganizationResult Run(DescribeOrganizationRequest request, ReadCall call) =>
        new() { Organization = Show.Of(call, Realm.Mine(call)) };
}
