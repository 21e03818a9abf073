namespace Orrery.Services.Organizations.Operations.Handshakes;

/// <summary>
/// Lets the account join the organization that invited it, below the root. No role is made in it. Source: Organizations
/// User Guide, "Managing account invitations with AWS Organizations".
/// </summary>
public sealed class AcceptHandshake : IWriteOperation<AcceptHandshakeRequest, AcceptHandshakeResult>
{
    /// <inheritdoc/>
    public AcceptHandshakeResult Run(AcceptHandshakeRequest request, Call call)
    {
        var handshake = Rules.Handshakes.Got(call, request.HandshakeId);
        var accepted = Rules.Handshakes.End(call, handshake, HandshakeState.Accepted);
        if (call.All(Tables.Nodes).Contains(new(call.Account)))
        {
            throw Rules.Handshakes.Violation(
                "ALREADY_IN_AN_ORGANIZATION", "The account is already a member of an organization.");
        }

        var organization = call.All(Tables.Organizations).Find(new(handshake.Organization))!;
        Rules.Handshakes.HoldAccounts(call, organization);
        Nodes.Add(call, organization, new()
        {
            Id = new(call.Account),
            Kind = NodeKind.Account,
            Organization = organization.Id.Value,
            Parent = organization.Root,
            Name = call.Account,
            Email = Rules.Handshakes.AddressOf(call.Account),
            Tags = handshake.Tags,
            Since = call.Now,
            IsInvited = true,
        });
        return new() { Handshake = Show.Of(call, accepted) };
    }
}
