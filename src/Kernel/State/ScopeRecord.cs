namespace Orrery.Kernel.State;

/// <summary>That a scope has been touched. Persisted: the shape only grows.</summary>
/// <param name="Id">The scope itself; the table has one such record in each scope.</param>
/// <param name="Begun">When it was first touched.</param>
/// <param name="Drawn">The last commit that is there only because its call drew ids or chance; null: none.</param>
internal sealed record ScopeRecord(RecordName Id, DateTimeOffset Begun, long? Drawn = null);
