namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// An egress-only internet gateway: IPv6 connections out of <see cref="Element.VpcId"/>, and nothing that begins
/// outside.
/// </summary>
/// <param name="Id">The resource id.</param>
public sealed record EgressOnlyInternetGateway(string Id) : Element(Id);
