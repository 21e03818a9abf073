using Orrery.Cli;

// What came over a connection is told on the one thread that waits for all of them, without a way through the pool.
// All that Kestrel does there is to pass bytes on; what answers them runs in the pool. .NET reads these before the
// first socket.
if (args is ["up", ..])
{
    Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
    Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT", "1");
}
return await CommandLine.RunAsync(args, CliContext.OfProcess());
