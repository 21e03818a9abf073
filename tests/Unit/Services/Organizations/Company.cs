using Orrery.Contracts;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Services.Organizations;
using Orrery.Services.Organizations.Operations.Accounts;
using Orrery.Services.Organizations.Operations.Organization;
using Orrery.Services.Organizations.Operations.Policies;
using Orrery.Services.Organizations.Operations.Roots;
using Orrery.Services.Organizations.Operations.Units;
using Orrery.Wire.Generated.Organizations;

namespace Orrery.Tests.Unit.Services.Organizations;

/// <summary>A world with an organization.</summary>
internal sealed class Company
{
    public const string Management = "123456789012";

    private const string Harmless = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"orrery:Nothing","Resource":"*"}]}
        """;

    public Company(Delays delays = Delays.None, int accounts = 10)
    {
        Rig = Rig.Of(
            [OrganizationsService.Registration],
            Ports.None.With<IQuotas>(new Quotas(new Dictionary<string, int> { ["L-E619E033"] = accounts })), delays);
        Rig.Run(new CreateOrganization(), new());
    }

    public Rig Rig { get; }

    public string Root => Rig.Run(new ListRoots(), new()).Roots![0].Id!;

    /// <summary>The number of a new account.</summary>
    public string Account(string name)
    {
        var asked = Rig.Run(new CreateAccount(), new() { AccountName = name, Email = $"{name}@example.com" });
        return StatusOf(asked.CreateAccountStatus!.Id!).AccountId!;
    }

    public CreateAccountStatus StatusOf(string id) => Rig
        .Run(new DescribeCreateAccountStatus(), new() { CreateAccountRequestId = id }).CreateAccountStatus!;

    /// <summary>The id of a new unit.</summary>
    public string Unit(string name, string? parent = null) => Rig
        .Run(new CreateOrganizationalUnit(), new() { Name = name, ParentId = parent ?? Root })
        .OrganizationalUnit!.Id!;

    /// <summary>The id of a new service control policy.</summary>
    public string Policy(string name) => Rig
        .Run(new CreatePolicy(), new()
        {
            Name = name, Description = "", Content = Harmless, Type = PolicyType.ServiceControlPolicy,
        }).Policy!.PolicySummary!.Id!;

    public void Enable(PolicyType type = PolicyType.ServiceControlPolicy) =>
        Rig.Run(new EnablePolicyType(), new() { RootId = Root, PolicyType = type });

    public void Attach(string policy, string target) =>
        Rig.Run(new AttachPolicy(), new() { PolicyId = policy, TargetId = target });

    public IEnumerable<string> At(string target, PolicyType type = PolicyType.ServiceControlPolicy) => Rig
        .Run(new ListPoliciesForTarget(), new() { TargetId = target, Filter = type }).Policies!.Select(p => p.Name!);
}
