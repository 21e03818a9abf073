namespace Orrery.Contracts.Identity;

/// <summary>A VPC endpoint through which requests come.</summary>
/// <param name="Id">Its id (aws:SourceVpce).</param>
/// <param name="VpcId">Its VPC (aws:SourceVpc).</param>
/// <param name="Account">Its account (aws:VpceAccount).</param>
/// <param name="Service">The service that it leads to, for example <c>sqs</c>.</param>
/// <param name="Policy">Its policy.</param>
public sealed record EndpointDoor(string Id, string VpcId, string Account, string Service, PolicyText Policy);
