# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# The packages first: this layer is built again only when they change. Not in locked mode: the lock file also names the package of
# Blazor's scripts, whose version comes with the SDK, and this image follows the SDK's patches.
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props BannedSymbols.txt ./
COPY OpsCenter.Domain/OpsCenter.Domain.csproj OpsCenter.Domain/packages.lock.json OpsCenter.Domain/
COPY OpsCenter.Portal/OpsCenter.Portal.csproj OpsCenter.Portal/packages.lock.json OpsCenter.Portal/
COPY OpsCenter.Brigade/OpsCenter.Brigade.csproj OpsCenter.Brigade/packages.lock.json OpsCenter.Brigade/
RUN dotnet restore OpsCenter.Portal && dotnet restore OpsCenter.Brigade

COPY .editorconfig appsettings.json ./
COPY OpsCenter.Domain OpsCenter.Domain

FROM build AS build-brigade
COPY OpsCenter.Brigade OpsCenter.Brigade
RUN dotnet publish OpsCenter.Brigade --configuration Release --no-restore --output /published

# The reference Brigade: docker build --target brigade.
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS brigade
WORKDIR /app
COPY --from=build-brigade /published .
RUN mkdir --mode=700 /data && chown "$APP_UID" /data
USER $APP_UID
VOLUME /data
ENV ASPNETCORE_HTTP_PORTS="" \
    Brigade__Urls=http://+:8100 \
    Brigade__Data=/data
EXPOSE 8100
ENTRYPOINT ["dotnet", "OpsCenter.Brigade.dll"]

FROM build AS build-portal
COPY OpsCenter.Portal OpsCenter.Portal
RUN dotnet publish OpsCenter.Portal --configuration Release --no-restore --output /published

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build-portal /published .

# The user that the base image provides. There is no PostgreSQL in this image: ConnectionStrings__OpsCenter must name one.
RUN mkdir --mode=700 /data && chown "$APP_UID" /data
USER $APP_UID
VOLUME /data

# The base image's own port setting is emptied, so that it does not argue with ours.
ENV ASPNETCORE_HTTP_PORTS="" \
    OPSCENTER_URLS=http://+:8000 \
    OPSCENTER_DATA=/data
EXPOSE 8000

# The image has no curl; bash can open a connection by itself.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8000 && printf 'GET /health/live HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]

ENTRYPOINT ["dotnet", "OpsCenter.Portal.dll"]
