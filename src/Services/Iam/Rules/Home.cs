namespace Orrery.Services.Iam.Rules;

/// <summary>Where the records of an account's identity are: IAM has no region.</summary>
internal static class Home
{
    /// <summary>The scope of the call's account.</summary>
    public static Scope At(ReadCall call) => Scope.Global(call.Account);

    /// <summary>Reads a table of the call's account.</summary>
    public static TableReader<TKey, TRecord> Mine<TKey, TRecord>(this ReadCall call, Table<TKey, TRecord> table)
        where TKey : struct, IKey<TKey>
        where TRecord : class => call.Read(table, At(call));

    /// <summary>Writes a table of the call's account.</summary>
    public static TableWriter<TKey, TRecord> Ours<TKey, TRecord>(this Call call, Table<TKey, TRecord> table)
        where TKey : struct, IKey<TKey>
        where TRecord : class => call.Write(table, At(call));

    /// <summary>The record of the account as a whole; as it begins where nothing was set.</summary>
    public static AccountRecord Account(ReadCall call) => call.Mine(Tables.Accounts).Find(AccountRecord.Only) ?? new();
}
