using Orrery.Core;

namespace Orrery.Contracts.Names;

/// <summary>What a name resolves to.</summary>
/// <param name="Name">The name.</param>
/// <param name="Addresses">IPv4 addresses, in order; empty where there is no answer.</param>
/// <param name="Decision">Yes: there is an answer. With the reasons for these addresses and not others.</param>
public sealed record NameAnswer(string Name, IReadOnlyList<string> Addresses, Decision Decision);
