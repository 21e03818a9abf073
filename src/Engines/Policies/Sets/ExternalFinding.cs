using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;

namespace Orrery.Engines.Policies.Sets;

/// <summary>Access to a resource from outside a zone of trust.</summary>
/// <param name="Principal">The entry that grants it.</param>
/// <param name="IsPublic">Whether everybody has it.</param>
/// <param name="Actions">The actions, as the statement has them.</param>
/// <param name="Conditions">The keys of the conditions, with the values that they are compared with.</param>
/// <param name="Rule">The statement that grants it.</param>
/// <param name="IsExact">Whether the answer is exact; else something was left out for size.</param>
public sealed record ExternalFinding(
    PrincipalEntry Principal, bool IsPublic, IReadOnlyList<string> Actions,
    IReadOnlyList<KeyValuePair<string, string>> Conditions, Rule Rule, bool IsExact);
