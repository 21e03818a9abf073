namespace Orrery.Services.Organizations.Operations.Organization;

/// <summary>Makes an organization, with the caller's account as its management account.</summary>
public sealed class CreateOrganization : IWriteOperation<CreateOrganizationRequest, CreateOrganizationResult>
{
    /// <inheritdoc/>
    public CreateOrganizationResult Run(CreateOrganizationRequest request, Call call)
    {
        if (call.All(Tables.Nodes).Contains(new(call.Account))) throw Errors.AlreadyIn();
        var root = OrgIds.New(call, "r-", 4);
        var organization = new OrganizationRecord
        {
            Id = OrgIds.New(call, "o-", 10),
            Management = call.Account,
            Root = root.Value,
            Features = request.FeatureSet ?? OrganizationFeatureSet.All,
        };
        call.Keep(Tables.Organizations).Put(organization);
        Nodes.Add(call, organization, new()
        {
            Id = root, Kind = NodeKind.Root, Organization = organization.Id.Value, Name = "Root", Since = call.Now,
        });
        Nodes.Add(call, organization, new()
        {
            Id = new(call.Account),
            Kind = NodeKind.Account,
            Organization = organization.Id.Value,
            Parent = root.Value,
            Name = call.Account,
            Email = Rules.Handshakes.AddressOf(call.Account),
            Since = call.Now,
        });
        return new() { Organization = Show.Of(call, organization) };
    }
}
