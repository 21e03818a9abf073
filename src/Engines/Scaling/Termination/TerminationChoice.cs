using Orrery.Core;

namespace Orrery.Engines.Scaling.Termination;

/// <summary>Which instance goes.</summary>
/// <param name="Chosen">The instance; null where none may go.</param>
/// <param name="Why">The reasons: what narrowed the choice, step by step.</param>
public sealed record TerminationChoice(Candidate? Chosen, Reason Why);
